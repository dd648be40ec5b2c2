package org.bluescript.language.parser;

import java.util.Arrays;
import java.util.List;

import org.bluescript.language.lexer.Token;
import org.bluescript.language.lexer.TokenKind;

/**
 * Which brackets of a file belong together; found before parsing, since recovery and the look ahead for arrow functions need it.
 * Where brackets do not match, braces are believed before parentheses and square brackets: a closing brace closes the innermost
 * open brace and leaves what is open inside it without a partner, and no other bracket closes anything outside of its braces.
 * The places of templates count as braces.
 */
final class Brackets {
    static final int NONE = -1;

    private final List<Token> tokens;
    private final int[] closing;
    private final int[] opening;
    private final int[] enclosing;
    /** The open brackets while scanning: indices of tokens, the innermost last. */
    private final int[] open;
    private int depth;

    Brackets(List<Token> tokens) {
        this.tokens = tokens;
        this.closing = new int[tokens.size()];
        this.opening = new int[tokens.size()];
        this.enclosing = new int[tokens.size()];
        this.open = new int[tokens.size()];
        Arrays.fill(closing, NONE);
        Arrays.fill(opening, NONE);
        for (int i = 0; i < tokens.size(); i++) {
            Shape shape = Shape.of(tokens.get(i).kind());
            if (endsExpressions(i)) {
                dropParentheses();
            }
            if (shape.closes) {
                close(i);
            }
            enclosing[i] = depth == 0 ? NONE : open[depth - 1];
            if (shape.opens) {
                open[depth++] = i;
            }
        }
    }

    /** The index of the bracket that closes the one at {@code index}, or NONE. */
    int closing(int index) {
        return closing[index];
    }

    /** The index of the bracket that the one at {@code index} closes, or NONE. */
    int opening(int index) {
        return opening[index];
    }

    /** The index of the innermost bracket that is open at the token {@code index}, or NONE; the partner encloses neither. */
    int enclosing(int index) {
        return enclosing[index];
    }

    /**
     * Whether a token cannot stand between parentheses or square brackets, other than those of a {@code for}: a semicolon, or a
     * word that begins a statement at the beginning of a line.
     */
    private boolean endsExpressions(int index) {
        Token token = tokens.get(index);
        boolean isProperty = index > 0 && tokens.get(index - 1).kind() == TokenKind.DOT;
        return switch (token.kind()) {
            case SEMICOLON -> depth > 0 && !isForHeader(open[depth - 1]);
            case LET, CONST, VAR, IF, FOR, WHILE, DO, SWITCH, RETURN, BREAK, CONTINUE, TRY, THROW, ENUM, EXPORT ->
                token.afterLineBreak() && !isProperty && (depth == 0 || !isForHeader(open[depth - 1]));
            default -> false;
        };
    }

    private boolean isForHeader(int index) {
        return index > 0
                && tokens.get(index).kind() == TokenKind.LEFT_PAREN
                && (tokens.get(index - 1).kind() == TokenKind.FOR || tokens.get(index - 1).isWord("await"));
    }

    /** Gives up the parentheses and square brackets that are open inside of the innermost brace or {@code for}: they have no partner. */
    private void dropParentheses() {
        while (depth > 0 && !isForHeader(open[depth - 1]) && strength(Shape.of(tokens.get(open[depth - 1]).kind()).family) == 1) {
            depth--;
        }
    }

    private void close(int index) {
        char family = Shape.of(tokens.get(index).kind()).family;
        for (int left = depth; left > 0; left--) {
            char candidate = Shape.of(tokens.get(open[left - 1]).kind()).family;
            if (candidate == family) {
                closing[open[left - 1]] = index;
                opening[index] = open[left - 1];
                depth = left - 1;
                return;
            }
            if (strength(candidate) > strength(family)) {
                depth = left;
                return;
            }
        }
        depth = 0;
    }

    private static int strength(char family) {
        return switch (family) {
            case '`' -> 3;
            case '{' -> 2;
            default -> 1;
        };
    }

    /** What a token does to the brackets; the families are named by their opening character. */
    private enum Shape {
        OTHER(false, false, ' '),
        OPEN_PAREN(true, false, '('),
        CLOSE_PAREN(false, true, '('),
        OPEN_BRACKET(true, false, '['),
        CLOSE_BRACKET(false, true, '['),
        OPEN_BRACE(true, false, '{'),
        CLOSE_BRACE(false, true, '{'),
        OPEN_PLACE(true, false, '`'),
        NEXT_PLACE(true, true, '`'),
        CLOSE_PLACE(false, true, '`');

        private final boolean opens;
        private final boolean closes;
        private final char family;

        Shape(boolean opens, boolean closes, char family) {
            this.opens = opens;
            this.closes = closes;
            this.family = family;
        }

        static Shape of(TokenKind kind) {
            return switch (kind) {
                case LEFT_PAREN -> OPEN_PAREN;
                case RIGHT_PAREN -> CLOSE_PAREN;
                case LEFT_BRACKET -> OPEN_BRACKET;
                case RIGHT_BRACKET -> CLOSE_BRACKET;
                case LEFT_BRACE -> OPEN_BRACE;
                case RIGHT_BRACE -> CLOSE_BRACE;
                case TEMPLATE_HEAD -> OPEN_PLACE;
                case TEMPLATE_MIDDLE -> NEXT_PLACE;
                case TEMPLATE_TAIL -> CLOSE_PLACE;
                default -> OTHER;
            };
        }
    }
}
