package org.bluescript.language.lexer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.source.SourceFile;
import org.bluescript.language.source.Span;

/**
 * Cuts a file into tokens. Every mistake is reported once, and a token is made of it all the same where one can be guessed, so
 * that the parser does not complain a second time.
 */
public final class Lexer {
    private static final Map<String, TokenKind> KEYWORDS = new HashMap<>();
    private static final Punctuation PUNCTUATION = new Punctuation();

    static {
        for (TokenKind kind : TokenKind.values()) {
            if (kind.isKeyword()) {
                KEYWORDS.put(kind.text(), kind);
            }
        }
    }

    /** A brace that is open: an ordinary one, or the <code>${</code> of the template that begins at {@code template}. */
    private record OpenBrace(int template, boolean isCode) {
        static final OpenBrace PLAIN = new OpenBrace(-1, false);

        boolean isPlain() {
            return template < 0;
        }
    }

    private final SourceFile file;
    private final Diagnostics diagnostics;
    private final SourceReader reader;
    private final NumberScanner numbers;
    private final TextScanner texts;
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<OpenBrace> braces = new ArrayDeque<>();
    private final Set<String> privateNames = new HashSet<>();
    private TokenKind previous = TokenKind.END;
    private boolean afterLineBreak = true;
    private int unterminatedFrom = Integer.MAX_VALUE;

    private Lexer(SourceFile file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
        this.reader = new SourceReader(file);
        this.numbers = new NumberScanner(reader, diagnostics);
        this.texts = new TextScanner(reader, diagnostics);
    }

    /** The tokens of {@code file}; what is wrong is reported to {@code diagnostics}. */
    public static TokenSequence scan(SourceFile file, Diagnostics diagnostics) {
        return new Lexer(file, diagnostics).scan();
    }

    private TokenSequence scan() {
        skipFirstLineOfScript();
        skipBlanks();
        while (!reader.atEnd()) {
            token();
            skipBlanks();
        }
        braces.stream().filter(brace -> !brace.isPlain()).reduce((inner, outer) -> outer).ifPresent(this::unterminated);
        int end = tokens.isEmpty() ? 0 : tokens.getLast().span().end();
        tokens.add(new Token(TokenKind.END, new Span(file, end, end), afterLineBreak, "", 0));
        boolean missesEnd = unterminatedFrom != Integer.MAX_VALUE;
        return new TokenSequence(
                List.copyOf(tokens), missesEnd ? unterminatedFrom : file.text().length(), missesEnd);
    }

    private void token() {
        int start = reader.offset();
        int c = reader.peekCharacter();
        if (Characters.isNameStart(c)) {
            word(start);
        } else if (Characters.isDigit(c) || c == '.' && Characters.isDigit(reader.peek(1))) {
            NumberScanner.Number number = numbers.scan();
            emit(number.kind(), start, "", number.value());
        } else if (c == '"' || c == '\'') {
            emit(TokenKind.STRING, start, texts.string(), 0);
        } else if (c == '`') {
            template(start);
        } else if (c == '}' && !braces.isEmpty() && !braces.peek().isPlain()) {
            templateContinuation(start);
        } else if (c == '/' && mayStartExpression() && skipRegularExpression()) {
            diagnostics.error(reader.spanFrom(start), "regular expressions are not part of the language");
            emit(TokenKind.INVALID, start, "", 0);
        } else {
            punctuationOrUnknown(start);
        }
    }

    private void word(int start) {
        reader.skipName();
        String name = reader.textFrom(start);
        emit(KEYWORDS.getOrDefault(name, TokenKind.IDENTIFIER), start, name, 0);
    }

    private void punctuationOrUnknown(int start) {
        Optional<TokenKind> kind = PUNCTUATION.at(reader);
        if (kind.isEmpty()) {
            unknown(start);
            return;
        }
        if (kind.get() == TokenKind.LEFT_BRACE) {
            braces.push(OpenBrace.PLAIN);
        } else if (kind.get() == TokenKind.RIGHT_BRACE && !braces.isEmpty()) {
            braces.pop();
        }
        reader.skip(kind.get().text().length());
        emit(kind.get(), start, "", 0);
    }

    /* ---- templates ---- */

    private void template(int start) {
        boolean isCode = !tokens.isEmpty() && tokens.getLast().isWord("code");
        reader.skip(1);
        templatePart(start, new OpenBrace(start, isCode), TokenKind.TEMPLATE, TokenKind.TEMPLATE_HEAD);
    }

    private void templateContinuation(int start) {
        reader.skip(1);
        templatePart(start, braces.pop(), TokenKind.TEMPLATE_TAIL, TokenKind.TEMPLATE_MIDDLE);
    }

    private void templatePart(int start, OpenBrace template, TokenKind ifLast, TokenKind ifNot) {
        Optional<String> text = template.isCode() ? texts.codePart() : texts.templatePart();
        if (text.isEmpty()) {
            braces.push(template);
            emit(TokenKind.INVALID, start, "", 0);
        } else if (reader.peek() == '`') {
            reader.skip(1);
            emit(ifLast, start, text.get(), 0);
        } else {
            reader.skip(2);
            braces.push(template);
            emit(ifNot, start, text.get(), 0);
        }
    }

    private void unterminated(OpenBrace brace) {
        unterminatedFrom = Math.min(unterminatedFrom, brace.template());
        diagnostics.error(
                new Span(file, brace.template(), brace.template() + 1),
                "this template is not closed before the end of the file");
    }

    /* ---- blanks and comments ---- */

    private void skipFirstLineOfScript() {
        if (reader.peek() == 0xfeff) {
            reader.skip(1);
        }
        if (reader.startsWith("#!")) {
            reader.skipToLineEnd();
        }
    }

    private void skipBlanks() {
        while (!reader.atEnd()) {
            int c = reader.peek();
            if (Characters.isLineEnd(c)) {
                afterLineBreak = true;
                reader.skip(1);
            } else if (Characters.isSpace(c)) {
                reader.skip(1);
            } else if (reader.startsWith("//")) {
                reader.skipToLineEnd();
            } else if (reader.startsWith("/*")) {
                skipComment();
            } else {
                return;
            }
        }
    }

    private void skipComment() {
        int start = reader.offset();
        reader.skip(2);
        while (!reader.startsWith("*/")) {
            if (reader.atEnd()) {
                unterminatedFrom = start;
                diagnostics.error(
                        new Span(file, start, start + 2), "this comment is not closed before the end of the file");
                return;
            }
            afterLineBreak |= Characters.isLineEnd(reader.next());
        }
        reader.skip(2);
    }

    /* ---- what does not belong here ---- */

    /** Whether an operand may stand after the token before, so that a slash begins a regular expression. */
    private boolean mayStartExpression() {
        return switch (previous) {
            case IDENTIFIER, INTEGER, BIT_PATTERN, FLOAT, STRING, TEMPLATE, TEMPLATE_TAIL, INVALID -> false;
            case RIGHT_PAREN, RIGHT_BRACKET, RIGHT_BRACE, PLUS_PLUS, MINUS_MINUS, NOT -> false;
            case THIS, SUPER, NULL, TRUE, FALSE -> false;
            default -> true;
        };
    }

    /** Leaves a regular expression behind if one ends in this line. */
    private boolean skipRegularExpression() {
        boolean inClass = false;
        for (int i = 1; ; i++) {
            int c = reader.peek(i);
            if (c == SourceReader.END || Characters.isLineEnd(c)) {
                return false;
            }
            if (c == '\\') {
                i++;
            } else if (c == '[' || c == ']') {
                inClass = c == '[';
            } else if (c == '/' && !inClass) {
                reader.skip(i + 1);
                reader.skipName();
                return true;
            }
        }
    }

    private void unknown(int start) {
        if (reader.peek() == '#' && Characters.isNameStart(reader.peek(1))) {
            privateName(start);
            return;
        }
        int c = reader.peekCharacter();
        if ("“”‘’„".indexOf(c) >= 0) {
            typographicString(start);
            return;
        }
        while (reader.peekCharacter() == c) {
            reader.skip(Character.charCount(c));
        }
        diagnostics.error(reader.spanFrom(start), "unknown character " + CharacterName.of(c));
        emit(TokenKind.INVALID, start, "", 0);
    }

    private void privateName(int start) {
        reader.skip(1);
        reader.skipName();
        String name = reader.textFrom(start);
        if (privateNames.add(name)) {
            diagnostics.error(
                    reader.spanFrom(start),
                    "private names like \"" + name + "\" are not part of the language",
                    "declare it as private " + name.substring(1));
        }
        emit(TokenKind.IDENTIFIER, start, name, 0);
    }

    /** Reads the quote and, if one like it follows in the line, all between. */
    private void typographicString(int start) {
        boolean isDouble = reader.peek() != '‘' && reader.peek() != '’';
        String closing = isDouble ? "“”" : "‘’";
        reader.skip(1);
        int units = 0;
        while (closing.indexOf(reader.peek(units)) < 0) {
            int c = reader.peek(units);
            if (c == SourceReader.END || Characters.isLineEnd(c)) {
                units = -1;
                break;
            }
            units++;
        }
        reader.skip(units + 1);
        diagnostics.error(
                reader.spanFrom(start), "typographic quotes do not enclose a string", "write " + (isDouble ? '"' : '\''));
        emit(TokenKind.STRING, start, "", 0);
    }

    private void emit(TokenKind kind, int start, String text, double number) {
        tokens.add(new Token(kind, reader.spanFrom(start), afterLineBreak, text, number));
        previous = kind;
        afterLineBreak = false;
    }
}
