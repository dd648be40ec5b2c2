package org.bluescript.language.parser;

import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.TypeNode;
import org.bluescript.language.ast.UnaryOperator;
import org.bluescript.language.lexer.Token;
import org.bluescript.language.lexer.TokenKind;
import org.bluescript.language.source.Span;

/** Reads operands: from the operators with one operand down to names and literals. */
final class OperandParser extends Production {
    private final ForeignExpressionParser foreign;

    OperandParser(Grammar grammar) {
        super(grammar);
        this.foreign = new ForeignExpressionParser(grammar);
    }

    /** An operand with the operators before and behind it. */
    Expression unary() {
        Optional<UnaryOperator> operator = Operators.unary(cursor.kind());
        if (operator.isPresent()) {
            return prefixed(operator.get());
        }
        if (cursor.is(TokenKind.PLUS_PLUS) || cursor.is(TokenKind.MINUS_MINUS)) {
            return prefixUpdate();
        }
        return foreign.atPrefix() ? foreign.prefixed() : postfix();
    }

    private Expression prefixed(UnaryOperator operator) {
        Span start = cursor.take().span();
        boolean negated = operator == UnaryOperator.MINUS && cursor.is(TokenKind.INTEGER);
        grammar.nesting.enter();
        Expression operand = negated ? suffixes(cursor.current().span(), grammar.literals.integer(true)) : unary();
        grammar.nesting.leave();
        if (cursor.is(TokenKind.POWER)) {
            String symbol = operator.symbol();
            errors.report(
                    cursor.current().span(),
                    "\"" + symbol + "\" before the left operand of \"**\" needs parentheses",
                    "write (" + symbol + "a) ** b or " + symbol + "(a ** b)");
        }
        return new Expression.Unary(cursor.spanFrom(start), operator, operand);
    }

    private Expression prefixUpdate() {
        Token operator = cursor.take();
        grammar.nesting.enter();
        Expression target = unary();
        grammar.nesting.leave();
        grammar.expressions.checkTarget(target);
        boolean increment = operator.kind() == TokenKind.PLUS_PLUS;
        return new Expression.Update(cursor.spanFrom(operator.span()), increment, true, target);
    }

    private Expression postfix() {
        Span start = cursor.current().span();
        Expression operand = suffixes(start, primary());
        if ((cursor.is(TokenKind.PLUS_PLUS) || cursor.is(TokenKind.MINUS_MINUS))
                && !cursor.current().afterLineBreak()) {
            grammar.expressions.checkTarget(operand);
            boolean increment = cursor.take().kind() == TokenKind.PLUS_PLUS;
            return new Expression.Update(cursor.spanFrom(start), increment, false, operand);
        }
        return operand;
    }

    /** Calls, members, elements and the like behind {@code operand}. */
    private Expression suffixes(Span start, Expression operand) {
        int chain = grammar.nesting.beginChain();
        boolean isOptional = cursor.is(TokenKind.QUESTION_DOT);
        Expression whole = operand;
        Optional<Expression> longer = suffix(start, whole);
        while (longer.isPresent()) {
            whole = longer.get();
            grammar.nesting.link();
            isOptional |= cursor.is(TokenKind.QUESTION_DOT);
            longer = suffix(start, whole);
        }
        grammar.nesting.endChain(chain);
        return isOptional ? new Expression.OptionalChain(whole.span(), whole) : whole;
    }

    private Optional<Expression> suffix(Span start, Expression operand) {
        return switch (cursor.kind()) {
            case DOT -> {
                cursor.take();
                Name name = propertyName("the name of a property");
                yield Optional.of(new Expression.Member(cursor.spanFrom(start), operand, name));
            }
            case LEFT_PAREN -> {
                List<Expression> arguments = grammar.literals.arguments();
                yield Optional.of(new Expression.Call(cursor.spanFrom(start), operand, List.of(), arguments));
            }
            case LESS -> genericCall(start, operand);
            case LEFT_BRACKET -> Optional.of(index(start, operand));
            case QUESTION_DOT -> Optional.of(optional(start, operand));
            case NOT -> {
                if (cursor.current().afterLineBreak()) {
                    yield Optional.empty();
                }
                cursor.take();
                yield Optional.of(new Expression.NonNull(cursor.spanFrom(start), operand));
            }
            default -> foreign.suffix(operand);
        };
    }

    /** {@code f<T>(…)}; {@code a < b} is no call. */
    private Optional<Expression> genericCall(Span start, Expression operand) {
        boolean mayBeGeneric = operand instanceof Expression.Identifier || operand instanceof Expression.Member;
        Optional<List<TypeNode>> types =
                mayBeGeneric ? errors.attempt(this::typeArgumentsOfCall) : Optional.empty();
        return types.map(t -> {
            List<Expression> arguments = grammar.literals.arguments();
            return new Expression.Call(cursor.spanFrom(start), operand, t, arguments);
        });
    }

    private List<TypeNode> typeArgumentsOfCall() {
        List<TypeNode> arguments = grammar.types.typeArguments();
        if (!cursor.is(TokenKind.LEFT_PAREN)) {
            throw errors.expected("\"(\"");
        }
        return arguments;
    }

    /** What stands behind {@code ?.}, together with its object. */
    private Expression optional(Span start, Expression operand) {
        Expression object = new Expression.OptionalLink(operand.span(), operand);
        cursor.take();
        return switch (cursor.kind()) {
            case LEFT_PAREN -> {
                List<Expression> arguments = grammar.literals.arguments();
                yield new Expression.Call(cursor.spanFrom(start), object, List.of(), arguments);
            }
            case LEFT_BRACKET -> index(start, object);
            default -> {
                Name name = propertyName("the name of a property");
                yield new Expression.Member(cursor.spanFrom(start), object, name);
            }
        };
    }

    private Expression index(Span start, Expression operand) {
        int open = cursor.index();
        cursor.take();
        Expression index = bracketed(open, this::indexInBrackets, () -> placeholder(start));
        return new Expression.Index(cursor.spanFrom(start), operand, index);
    }

    private Expression indexInBrackets() {
        Expression index = grammar.expressions.expression();
        expect(TokenKind.RIGHT_BRACKET);
        return index;
    }

    private Expression primary() {
        Token token = cursor.current();
        Span span = token.span();
        return switch (token.kind()) {
            case IDENTIFIER -> name();
            case INTEGER -> grammar.literals.integer(false);
            case BIT_PATTERN -> grammar.literals.bitPattern();
            case FLOAT -> new Expression.FloatLiteral(cursor.take().span(), (float) token.number());
            case STRING -> grammar.literals.string();
            case TEMPLATE, TEMPLATE_HEAD -> grammar.literals.template();
            case TRUE, FALSE -> new Expression.BooleanLiteral(cursor.take().span(), token.kind() == TokenKind.TRUE);
            case NULL -> new Expression.NullLiteral(cursor.take().span());
            case THIS -> new Expression.This(cursor.take().span());
            case SUPER -> superReference();
            case LEFT_PAREN -> parenthesized();
            case LEFT_BRACKET -> grammar.literals.array();
            case LEFT_BRACE -> grammar.shapes.literal();
            case FUNCTION -> {
                if (atDeclarationInNextLine()) {
                    throw errors.expected("an expression");
                }
                yield grammar.functions.functionExpression();
            }
            case NEW -> instance();
            case INVALID -> placeholder(cursor.take().span());
            default -> foreign.primary().orElseThrow(() -> errors.expected("an expression"));
        };
    }

    private Expression name() {
        Token token = cursor.current();
        if (foreign.atAsyncFunction()) {
            return foreign.asyncFunction();
        }
        cursor.take();
        return token.text().equals("undefined")
                ? new Expression.NullLiteral(token.span())
                : new Expression.Identifier(token.span(), token.text());
    }

    private Expression superReference() {
        Span span = cursor.take().span();
        if (!cursor.is(TokenKind.DOT) && !cursor.is(TokenKind.LEFT_PAREN)) {
            errors.missing("\"(\" or \".\" after \"super\"", Optional.empty());
        }
        return new Expression.Super(span);
    }

    private Expression parenthesized() {
        int open = cursor.index();
        Span start = cursor.take().span();
        return bracketed(open, () -> inParentheses(open), () -> placeholder(start));
    }

    private Expression inParentheses(int open) {
        // With the closing parenthesis still to come, commas may yet turn out to separate the parameters of an arrow function.
        boolean ended = grammar.brackets.closing(open) != Brackets.NONE;
        Expression expression = ended ? grammar.expressions.expression() : grammar.expressions.assignment();
        while (!ended && cursor.takeIf(TokenKind.COMMA)) {
            grammar.expressions.assignment();
        }
        expect(TokenKind.RIGHT_PAREN);
        return expression;
    }

    private Expression instance() {
        Span start = cursor.take().span();
        if (cursor.is(TokenKind.DOT)) {
            throw errors.expected("the name of a class");
        }
        TypeNode.Named type = grammar.types.classType();
        if (type.qualifier().isPresent() && cursor.is(TokenKind.DOT)) {
            throw errors.expected("\"(\"");
        }
        List<Expression> arguments = cursor.is(TokenKind.LEFT_PAREN) ? grammar.literals.arguments() : List.of();
        return new Expression.New(cursor.spanFrom(start), type, arguments);
    }
}
