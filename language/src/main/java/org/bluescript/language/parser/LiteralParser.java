package org.bluescript.language.parser;

import java.util.ArrayList;
import java.util.List;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.lexer.Token;
import org.bluescript.language.lexer.TokenKind;
import org.bluescript.language.source.Span;

/** Reads what denotes a value by itself: numbers, strings, templates, arrays. */
final class LiteralParser extends Production {
    private static final double TWO_TO_31 = 0x1p31;
    private static final double TWO_TO_32 = 0x1p32;

    LiteralParser(Grammar grammar) {
        super(grammar);
    }

    /** A decimal integer; {@code negated} if a unary minus stands right before it. */
    Expression integer(boolean negated) {
        Token token = cursor.take();
        if (token.number() > (negated ? TWO_TO_31 : TWO_TO_31 - 1)) {
            errors.report(
                    token.span(),
                    "integer does not fit 32 bits",
                    "the range is -2147483648 to 2147483647; with a point, as in 1e10 or 10.0, a number is a float");
        }
        return new Expression.IntegerLiteral(token.span(), (int) (long) token.number());
    }

    /** A hexadecimal, octal or binary integer: its bits. */
    Expression bitPattern() {
        Token token = cursor.take();
        if (token.number() >= TWO_TO_32) {
            errors.report(token.span(), "integer has more than 32 bits");
        }
        return new Expression.IntegerLiteral(token.span(), (int) (long) token.number());
    }

    Expression.StringLiteral string() {
        if (!cursor.is(TokenKind.STRING)) {
            throw errors.expected("a string");
        }
        Token token = cursor.take();
        return new Expression.StringLiteral(token.span(), token.text());
    }

    /** {@code […]}. */
    Expression array() {
        Span start = cursor.current().span();
        int open = cursor.index();
        cursor.take();
        List<Expression> elements = new ArrayList<>();
        bracketed(open, () -> items(elements, TokenKind.RIGHT_BRACKET), () -> elements);
        return new Expression.ArrayLiteral(cursor.spanFrom(start), elements);
    }

    /** The arguments of a call, from the opening parenthesis on. */
    List<Expression> arguments() {
        int open = cursor.index();
        expect(TokenKind.LEFT_PAREN);
        List<Expression> arguments = new ArrayList<>();
        return bracketed(open, () -> items(arguments, TokenKind.RIGHT_PAREN), () -> arguments);
    }

    private List<Expression> items(List<Expression> items, TokenKind closing) {
        while (!cursor.is(closing)) {
            if (closing == TokenKind.RIGHT_BRACKET && cursor.is(TokenKind.COMMA)) {
                never(cursor.take().span(), "arrays with holes are", "write the missing element, for example null");
                continue;
            }
            items.add(cursor.is(TokenKind.ELLIPSIS) ? spread() : grammar.expressions.assignment());
            if (!cursor.is(closing) && !cursor.takeIf(TokenKind.COMMA)) {
                throw errors.expected("\",\" or \"" + closing.text() + '"');
            }
        }
        cursor.take();
        return items;
    }

    private Expression spread() {
        Span start = cursor.take().span();
        Expression operand = grammar.expressions.assignment();
        return new Expression.Spread(cursor.spanFrom(start), operand);
    }

    /** {@code `…`}. */
    Expression template() {
        Span start = cursor.current().span();
        List<Expression> places = new ArrayList<>();
        List<Token> parts = templateParts(places);
        return new Expression.TemplateLiteral(
                cursor.spanFrom(start), parts.stream().map(Token::text).toList(), places);
    }

    /** Reads a template and gives its parts, one more than the expressions it adds to {@code places}. */
    List<Token> templateParts(List<Expression> places) {
        List<Token> parts = new ArrayList<>();
        parts.add(cursor.take());
        while (opensPlace(parts.getLast())) {
            int open = cursor.index() - 1;
            Span start = cursor.current().span();
            places.add(bracketed(open, this::place, () -> skippedPlace(start)));
            parts.add(cursor.take());
        }
        return parts;
    }

    /** The expression of a place, up to the part that follows. */
    private Expression place() {
        grammar.nesting.enter();
        Expression expression = grammar.expressions.expression();
        grammar.nesting.leave();
        if (!cursor.is(TokenKind.TEMPLATE_MIDDLE) && !cursor.is(TokenKind.TEMPLATE_TAIL)) {
            throw errors.expected("\"}\"");
        }
        return expression;
    }

    /** The place is behind the part that follows the skipped expression; that part belongs to the template. */
    private Expression skippedPlace(Span start) {
        cursor.moveTo(cursor.index() - 1);
        return placeholder(start);
    }

    private static boolean opensPlace(Token part) {
        return part.kind() == TokenKind.TEMPLATE_HEAD || part.kind() == TokenKind.TEMPLATE_MIDDLE;
    }
}
