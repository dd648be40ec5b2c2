package org.bluescript.language.parser;

import org.bluescript.language.lexer.Token;
import org.bluescript.language.lexer.TokenKind;

/**
 * Finds where parsing can go on after a mistake, so that what follows is neither skipped without need nor complained about
 * without reason. Brackets that have a partner are believed; then semicolons; then line ends.
 */
final class Recovery {
    private final TokenCursor cursor;
    private final Brackets brackets;

    Recovery(TokenCursor cursor, Brackets brackets) {
        this.cursor = cursor;
        this.brackets = brackets;
    }

    /** Moves behind the partner of the bracket at {@code open}; false, and no move, if it has none or the place is behind it. */
    boolean skipPast(int open) {
        int closing = brackets.closing(open);
        if (closing == Brackets.NONE || closing < cursor.index()) {
            return false;
        }
        cursor.moveTo(closing);
        cursor.take();
        return true;
    }

    /** Moves to the end of the statement that began at {@code start}. */
    void skipStatement(int start) {
        leaveBrackets(start);
        while (!atListEnd(start)) {
            Token token = cursor.current();
            if (token.kind() == TokenKind.SEMICOLON) {
                cursor.take();
                return;
            }
            if (cursor.index() > start && token.afterLineBreak() && startsStatement(token.kind())) {
                return;
            }
            skipOne();
        }
    }

    /** Moves to the end of the class member that began at {@code start}. */
    void skipMember(int start) {
        leaveBrackets(start);
        while (!atListEnd(start)) {
            Token token = cursor.current();
            if (cursor.index() > start && token.afterLineBreak()) {
                return;
            }
            skipOne();
            if (token.kind() == TokenKind.SEMICOLON || token.kind() == TokenKind.LEFT_BRACE) {
                return;
            }
        }
    }

    /** Moves to the next comma or to the end of the list whose items stand between the bracket {@code open} and its partner. */
    void skipItem(int open) {
        leaveBrackets(open + 1);
        while (!atListEnd(open + 1) && !cursor.is(TokenKind.COMMA)) {
            skipOne();
        }
    }

    /** Leaves the brackets that were opened since {@code start} and have a partner. */
    private void leaveBrackets(int start) {
        int open = brackets.enclosing(cursor.index());
        while (open >= start) {
            skipPast(open);
            open = brackets.enclosing(open);
        }
    }

    /** Whether the place is at the end of the file or at a brace that closes what was open at {@code start}. */
    private boolean atListEnd(int start) {
        return switch (cursor.kind()) {
            case END -> true;
            case RIGHT_BRACE, TEMPLATE_MIDDLE, TEMPLATE_TAIL -> brackets.opening(cursor.index()) < start;
            default -> false;
        };
    }

    /** Moves past one token, or past all between two brackets. */
    private void skipOne() {
        if (!skipPast(cursor.index())) {
            cursor.take();
        }
    }

    private static boolean startsStatement(TokenKind kind) {
        return switch (kind) {
            case IN, INSTANCEOF, ELSE, CATCH, FINALLY, EXTENDS -> false;
            case IDENTIFIER, STRING, TEMPLATE, TEMPLATE_HEAD, INTEGER, BIT_PATTERN, FLOAT, AT -> true;
            default -> kind.isKeyword();
        };
    }
}
