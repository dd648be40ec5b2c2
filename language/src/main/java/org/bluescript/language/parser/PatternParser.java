package org.bluescript.language.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.BinaryOperator;
import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.Statement.Declarator;
import org.bluescript.language.lexer.TokenKind;
import org.bluescript.language.source.Span;

/**
 * Reads patterns: {@code [a, b = 1, ...c]} and <code>{ x, y: z = 2 }</code>. In the tree a pattern is what it means: a hidden variable
 * that holds the whole value, and a variable, or an assignment, for each part of it.
 */
final class PatternParser extends Production {
    PatternParser(Grammar grammar) {
        super(grammar);
    }

    boolean atPattern() {
        return cursor.is(TokenKind.LEFT_BRACE) || cursor.is(TokenKind.LEFT_BRACKET);
    }

    /** The name of the hidden variable for the pattern at {@code span}: one that no program can write. */
    static Name hidden(Span span) {
        return new Name(span, "(pattern " + span.start() + ")");
    }

    /** Reads the pattern at the place, adds the variables that it declares, and gives the hidden one that they are made of. */
    Name declaration(List<Declarator> declared) {
        Span start = cursor.current().span();
        int open = cursor.index();
        List<Declarator> parts = new ArrayList<>();
        Name hidden = hidden(start);
        boolean isArray = cursor.take().kind() == TokenKind.LEFT_BRACKET;
        grammar.nesting.enter();
        bracketed(open, () -> isArray ? elements(hidden, parts) : properties(hidden, parts), () -> true);
        grammar.nesting.leave();
        declared.addAll(parts);
        return hidden;
    }

    private boolean elements(Name hidden, List<Declarator> parts) {
        for (int i = 0; !cursor.is(TokenKind.RIGHT_BRACKET); i++) {
            Span span = cursor.current().span();
            if (cursor.takeIf(TokenKind.ELLIPSIS)) {
                Expression tail = new Expression.Tail(span, read(hidden), i);
                part(span, tail, tail, parts);
                if (!cursor.is(TokenKind.RIGHT_BRACKET)) {
                    throw errors.expected("\"]\" behind the rest");
                }
            } else if (!cursor.is(TokenKind.COMMA)) {
                part(span, element(hidden, span, i), elementOrNull(hidden, span, i), parts);
            }
            separator(TokenKind.RIGHT_BRACKET);
        }
        cursor.take();
        return true;
    }

    private boolean properties(Name hidden, List<Declarator> parts) {
        while (!cursor.is(TokenKind.RIGHT_BRACE)) {
            Span span = cursor.current().span();
            if (cursor.is(TokenKind.ELLIPSIS)) {
                never(span, "the rest of an object is", "name the properties");
                throw SyntaxFailure.INSTANCE;
            }
            boolean isRenamed = cursor.ahead(1).kind() == TokenKind.COLON;
            Name name = isRenamed ? propertyName("the name of a property") : name("the name of a property");
            Expression value = new Expression.Member(name.span(), read(hidden), name);
            if (cursor.takeIf(TokenKind.COLON)) {
                part(span, value, value, parts);
            } else {
                parts.add(new Declarator(span, name, Optional.empty(), Optional.of(withDefault(value, value))));
            }
            separator(TokenKind.RIGHT_BRACE);
        }
        cursor.take();
        return true;
    }

    private void separator(TokenKind closing) {
        if (!cursor.is(closing) && !cursor.takeIf(TokenKind.COMMA)) {
            throw errors.expected("\",\" or \"" + closing.text() + '"');
        }
    }

    /** A name or pattern, and perhaps a default value, for {@code value}; {@code orNull} is that value, or null if there is none. */
    private void part(Span span, Expression value, Expression orNull, List<Declarator> parts) {
        if (atPattern()) {
            List<Declarator> inner = new ArrayList<>();
            Name hidden = declaration(inner);
            parts.add(new Declarator(span, hidden, Optional.empty(), Optional.of(withDefault(value, orNull))));
            parts.addAll(inner);
        } else {
            Name name = name("a name for the variable");
            parts.add(new Declarator(span, name, Optional.empty(), Optional.of(withDefault(value, orNull))));
        }
    }

    private Expression withDefault(Expression value, Expression orNull) {
        if (!cursor.takeIf(TokenKind.ASSIGN)) {
            return value;
        }
        Expression otherwise = grammar.expressions.assignment();
        return new Expression.Nullish(cursor.spanFrom(value.span()), orNull, otherwise);
    }

    /* ---- assignments ---- */

    /** Whether the target of an assignment is a pattern. */
    static boolean isPattern(Expression target) {
        return target instanceof Expression.ArrayLiteral || target instanceof Expression.ObjectLiteral;
    }

    /** The assignment of {@code value} to the pattern that was read as the literal {@code target}. */
    Expression assignment(Span span, Expression target, Expression value) {
        if (target instanceof Expression.ArrayLiteral pattern && value instanceof Expression.ArrayLiteral literal) {
            boolean isPairwise = pattern.elements().size() <= literal.elements().size()
                    && pattern.elements().stream().noneMatch(PatternParser::isSpecial)
                    && literal.elements().stream().noneMatch(Expression.Spread.class::isInstance);
            if (isPairwise) {
                return pairwise(span, pattern.elements(), literal.elements());
            }
        }
        Name hidden = hidden(target.span());
        return new Expression.Destructuring(span, List.of(hidden), List.of(value), steps(target, hidden));
    }

    private static boolean isSpecial(Expression element) {
        return element instanceof Expression.Spread || element instanceof Expression.Assignment;
    }

    private Expression pairwise(Span span, List<Expression> targets, List<Expression> values) {
        List<Name> hidden = new ArrayList<>();
        List<Expression> steps = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            hidden.add(hidden(values.get(i).span()));
            if (i < targets.size()) {
                step(targets.get(i), read(hidden.getLast()), read(hidden.getLast()), steps);
            }
        }
        return new Expression.Destructuring(span, hidden, values, steps);
    }

    private List<Expression> steps(Expression pattern, Name hidden) {
        List<Expression> steps = new ArrayList<>();
        switch (pattern) {
            case Expression.ArrayLiteral p -> {
                for (int i = 0; i < p.elements().size(); i++) {
                    Expression element = p.elements().get(i);
                    if (element instanceof Expression.Spread rest) {
                        Expression tail = new Expression.Tail(rest.span(), read(hidden), i);
                        step(rest.operand(), tail, tail, steps);
                    } else {
                        step(element, element(hidden, element.span(), i), elementOrNull(hidden, element.span(), i), steps);
                    }
                }
            }
            case Expression.ObjectLiteral p -> p.properties().forEach(property -> {
                if (property.value() instanceof Expression.Spread) {
                    never(property.span(), "the rest of an object is", "name the properties");
                    throw SyntaxFailure.INSTANCE;
                }
                Expression value = new Expression.Member(property.name().span(), read(hidden), property.name());
                step(property.value(), value, value, steps);
            });
            default -> throw new IllegalArgumentException("no pattern");
        }
        return steps;
    }

    private void step(Expression target, Expression value, Expression orNull, List<Expression> steps) {
        switch (target) {
            case Expression.Assignment a when a.operator().isEmpty() ->
                assign(a.target(), new Expression.Nullish(a.span(), orNull, a.value()), steps);
            case Expression e -> assign(e, value, steps);
        }
    }

    private void assign(Expression target, Expression value, List<Expression> steps) {
        if (isPattern(target)) {
            steps.add(assignment(target.span(), target, value));
        } else {
            grammar.expressions.checkTarget(target);
            steps.add(new Expression.Assignment(target.span(), Optional.empty(), target, value));
        }
    }

    /* ---- what the parts are made of ---- */

    private static Expression read(Name hidden) {
        return new Expression.Identifier(hidden.span(), hidden.text());
    }

    private static Expression element(Name hidden, Span span, int index) {
        return new Expression.Index(span, read(hidden), new Expression.IntegerLiteral(span, index));
    }

    /** The element if there is one: {@code i < a.length ? a[i] : null}. */
    private static Expression elementOrNull(Name hidden, Span span, int index) {
        Expression length = new Expression.Member(span, read(hidden), new Name(span, "length"));
        Expression isThere = new Expression.Binary(
                span, BinaryOperator.LESS, new Expression.IntegerLiteral(span, index), length);
        return new Expression.Conditional(
                span, isThere, element(hidden, span, index), new Expression.NullLiteral(span));
    }
}
