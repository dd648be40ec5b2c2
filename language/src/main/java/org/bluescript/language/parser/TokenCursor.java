package org.bluescript.language.parser;

import java.util.List;

import org.bluescript.language.lexer.Token;
import org.bluescript.language.lexer.TokenKind;
import org.bluescript.language.source.Span;

/** A place in a file's tokens. It never moves past the last, which is END. */
final class TokenCursor {
    private final List<Token> tokens;
    private int index;

    TokenCursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    int index() {
        return index;
    }

    void moveTo(int newIndex) {
        index = newIndex;
    }

    void moveToEnd() {
        index = tokens.size() - 1;
    }

    /** The token at the place. */
    Token current() {
        return tokens.get(index);
    }

    TokenKind kind() {
        return current().kind();
    }

    /** The token {@code distance} tokens ahead, or END. */
    Token ahead(int distance) {
        return tokens.get(Math.min(index + distance, tokens.size() - 1));
    }

    /** The token at an index, or END. */
    Token at(int position) {
        return tokens.get(Math.min(position, tokens.size() - 1));
    }

    /** The token before the place; the first where there is none. */
    Token previous() {
        return tokens.get(Math.max(index - 1, 0));
    }

    boolean is(TokenKind kind) {
        return kind() == kind;
    }

    boolean isWord(String word) {
        return current().isWord(word);
    }

    /** The token at the place, which is left behind. */
    Token take() {
        Token token = current();
        if (index < tokens.size() - 1) {
            index++;
        }
        return token;
    }

    boolean takeIf(TokenKind kind) {
        if (kind() == kind) {
            take();
            return true;
        }
        return false;
    }

    /** Everything from {@code start} to the token before the place. */
    Span spanFrom(Span start) {
        Span end = previous().span();
        return end.end() > start.end() ? start.to(end) : start;
    }

    /**
     * The kind of the operator at the place, joined where it begins with {@code >}: the lexer leaves these single so that type
     * arguments can close.
     */
    TokenKind operator() {
        if (kind() != TokenKind.GREATER) {
            return kind();
        }
        boolean second = follows(1, TokenKind.GREATER);
        boolean third = second && follows(2, TokenKind.GREATER);
        int signs = third ? 3 : second ? 2 : 1;
        boolean assign = follows(signs, TokenKind.ASSIGN);
        return switch (signs) {
            case 3 -> assign ? TokenKind.ASSIGN_SHIFT_RIGHT_UNSIGNED : TokenKind.SHIFT_RIGHT_UNSIGNED;
            case 2 -> assign ? TokenKind.ASSIGN_SHIFT_RIGHT : TokenKind.SHIFT_RIGHT;
            default -> assign ? TokenKind.GREATER_EQUAL : TokenKind.GREATER;
        };
    }

    /** Leaves the whole operator behind and gives its span. */
    Span takeOperator() {
        Span span = current().span();
        int units = kind() == TokenKind.GREATER ? operator().text().length() : 1;
        for (int i = 0; i < units; i++) {
            span = span.to(take().span());
        }
        return span;
    }

    /** Whether the token {@code distance} ahead is of this kind and nothing stands between it and the one before. */
    private boolean follows(int distance, TokenKind kind) {
        return ahead(distance).kind() == kind
                && ahead(distance).span().start() == ahead(distance - 1).span().end();
    }
}
