package org.bluescript.language.parser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.ast.ClassMember;
import org.bluescript.language.ast.ClassMember.Visibility;
import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.Parameter;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.ast.TypeNode;
import org.bluescript.language.lexer.Token;
import org.bluescript.language.lexer.TokenKind;
import org.bluescript.language.source.Span;

/** Reads the parameters of functions and function types. */
final class ParameterParser extends Production {
    private static final Set<String> PROPERTY_MODIFIERS = Set.of("public", "protected", "private", "readonly");

    private final Map<Name, List<Statement.Declarator>> patterns = new HashMap<>();

    ParameterParser(Grammar grammar) {
        super(grammar);
    }

    List<Parameter> list() {
        int open = cursor.index();
        expect(TokenKind.LEFT_PAREN);
        List<Parameter> parameters = new ArrayList<>();
        return bracketed(open, () -> list(parameters), () -> parameters);
    }

    private List<Parameter> list(List<Parameter> parameters) {
        while (!cursor.is(TokenKind.RIGHT_PAREN)) {
            Parameter parameter = parameter();
            if (!parameters.isEmpty()) {
                checkOrder(parameters.getLast(), parameter);
            }
            parameters.add(parameter);
            if (!cursor.is(TokenKind.RIGHT_PAREN) && !cursor.takeIf(TokenKind.COMMA)) {
                throw errors.expected("\",\" or \")\"");
            }
        }
        cursor.take();
        return parameters;
    }

    private void checkOrder(Parameter before, Parameter after) {
        if (before.kind() == Parameter.Kind.REST) {
            errors.report(before.span(), "a rest parameter is the last one");
        } else if (before.kind() == Parameter.Kind.OPTIONAL && after.kind() == Parameter.Kind.REQUIRED) {
            errors.report(after.span(), "a parameter that must be given cannot stand behind one that need not");
        }
    }

    private Parameter parameter() {
        Span start = cursor.current().span();
        grammar.foreign.decorators();
        Optional<ClassMember.Modifiers> property = property();
        boolean isRest = cursor.takeIf(TokenKind.ELLIPSIS);
        Name name = parameterName();
        boolean isMarked = cursor.is(TokenKind.QUESTION);
        Span mark = cursor.current().span();
        if (isMarked) {
            cursor.take();
        }
        Optional<TypeNode> type = grammar.types.annotation();
        Optional<Expression> value = Optional.empty();
        if (cursor.is(TokenKind.ASSIGN)) {
            Span assign = cursor.take().span();
            if (isRest) {
                errors.report(assign, "a rest parameter has no default value");
            } else if (isMarked) {
                errors.report(mark, "a parameter with a default value is optional without \"?\"", "leave out the \"?\"");
            }
            value = Optional.of(grammar.expressions.assignment());
        }
        if (isRest && isMarked) {
            errors.report(mark, "a rest parameter is always optional", "leave out the \"?\"");
        }
        Parameter.Kind kind = isRest
                ? Parameter.Kind.REST
                : isMarked || value.isPresent() ? Parameter.Kind.OPTIONAL : Parameter.Kind.REQUIRED;
        return new Parameter(cursor.spanFrom(start), name, type, kind, value, property);
    }

    /** {@code private readonly}, for a parameter that is a property as well. */
    private Optional<ClassMember.Modifiers> property() {
        if (!PROPERTY_MODIFIERS.contains(cursor.current().text()) || !isWordBeforeName(cursor.current().text())) {
            return Optional.empty();
        }
        Visibility visibility = Visibility.PUBLIC;
        boolean isReadonly = false;
        while (PROPERTY_MODIFIERS.contains(cursor.current().text()) && isWordBeforeName(cursor.current().text())) {
            String word = cursor.take().text();
            if (word.equals("readonly")) {
                isReadonly = true;
            } else {
                visibility = Visibility.valueOf(word.toUpperCase(Locale.ROOT));
            }
        }
        return Optional.of(new ClassMember.Modifiers(visibility, false, isReadonly, false, false));
    }

    private Name parameterName() {
        Token token = cursor.current();
        return switch (token.kind()) {
            case LEFT_BRACE, LEFT_BRACKET -> isPattern() ? pattern() : name("a name for the parameter");
            case THIS -> {
                notYet(token.span(), "a parameter \"this\" is");
                cursor.take();
                yield new Name(token.span(), "this");
            }
            default -> name("a name for the parameter");
        };
    }

    /** Whether what follows the brackets may follow a parameter. */
    private boolean isPattern() {
        int closing = grammar.brackets.closing(cursor.index());
        return closing == Brackets.NONE || switch (cursor.at(closing + 1).kind()) {
            case COMMA, RIGHT_PAREN, COLON, ASSIGN, END -> true;
            default -> false;
        };
    }

    /** Reads a pattern; its variables are declared where the body begins. */
    private Name pattern() {
        List<Statement.Declarator> parts = new ArrayList<>();
        Name hidden = grammar.patterns.declaration(parts);
        patterns.put(hidden, parts);
        return hidden;
    }

    /** The body, after the declarations of what the patterns among the parameters name. */
    Statement.Block withPatterns(List<Parameter> parameters, Statement.Block body) {
        List<Statement> statements = new ArrayList<>();
        for (Parameter parameter : parameters) {
            List<Statement.Declarator> parts = patterns.remove(parameter.name());
            if (parts != null && !parts.isEmpty()) {
                statements.add(new Statement.Variables(parameter.span(), false, parts, false));
            }
        }
        if (statements.isEmpty()) {
            return body;
        }
        statements.addAll(body.statements());
        return new Statement.Block(body.span(), statements);
    }
}
