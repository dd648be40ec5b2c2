package org.bluescript.language.parser;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.bluescript.language.lexer.Token;
import org.bluescript.language.lexer.TokenKind;
import org.bluescript.language.lexer.TokenSequence;
import org.bluescript.language.source.Diagnostic;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.source.SourceFile;
import org.bluescript.language.source.Span;

/**
 * Reports the parser's complaints and swallows those that only follow from an earlier one: a second one at the same token, one at
 * text the lexer has complained about, and any after the end of the file has come too early or the nesting was too deep.
 */
final class SyntaxErrors {
    private final TokenCursor cursor;
    private final TokenSequence tokens;
    private final Diagnostics diagnostics;
    /** Where the lexer's complaints begin. */
    private final Set<Integer> unreadable;
    private int lastStart = -1;
    private int itemStart;
    private boolean silenced;
    private boolean endTooEarly;
    /** Opening braces that are missing though what they open was not read, less the closing ones found without a partner. */
    private int missingOpenings;
    private int attempts;

    SyntaxErrors(TokenCursor cursor, TokenSequence tokens, Diagnostics diagnostics) {
        this.cursor = cursor;
        this.tokens = tokens;
        this.diagnostics = diagnostics;
        SourceFile file = cursor.current().span().file();
        this.unreadable = diagnostics.all().stream()
                .map(Diagnostic::span)
                .filter(s -> s.file() == file)
                .map(Span::start)
                .collect(Collectors.toSet());
    }

    /** Whether the file ended where something was still to come. */
    boolean endTooEarly() {
        return endTooEarly;
    }

    /** Whether complaints only end an attempt. */
    boolean attempting() {
        return attempts > 0;
    }

    /** Reports what is wrong at {@code span}; the parser goes on as if nothing had been. */
    void report(Span span, String message, Optional<String> help) {
        if (attempts > 0) {
            throw SyntaxFailure.INSTANCE;
        }
        if (silenced || span.start() == lastStart || span.start() >= tokens.unterminatedFrom() && tokens.missesEnd()) {
            return;
        }
        lastStart = span.start();
        help.ifPresentOrElse(
                text -> diagnostics.error(span, message, text), () -> diagnostics.error(span, message));
    }

    void report(Span span, String message) {
        report(span, message, Optional.empty());
    }

    void report(Span span, String message, String help) {
        report(span, message, Optional.of(help));
    }

    /** Reports that something else was expected at the place; to be thrown. */
    SyntaxFailure expected(String what) {
        return expected(what, Optional.empty());
    }

    SyntaxFailure expected(String what, String help) {
        return expected(what, Optional.of(help));
    }

    /** Begins an item of a list, such as a statement: what is wrong with its first word is not the fault of the line before. */
    void beginItem() {
        itemStart = cursor.index();
    }

    /**
     * As {@link #expected}, without the need to stop. If the word that is there instead begins a line, the complaint is about the
     * end of the line before, where something is missing.
     */
    void missing(String what, Optional<String> help) {
        if (attempts > 0) {
            throw SyntaxFailure.INSTANCE;
        }
        Token found = cursor.current();
        Token previous = cursor.previous();
        if (found.kind() == TokenKind.INVALID || previous.kind() == TokenKind.INVALID
                || unreadable.contains(found.span().start())) {
            return;
        }
        boolean isLineEnd = found.afterLineBreak() && found.kind() != TokenKind.END && cursor.index() != itemStart;
        report(
                isLineEnd ? previous.span().after() : found.span(),
                "expected " + what + ", found " + (isLineEnd ? "the end of the line" : found.description()),
                help);
        if (found.kind() == TokenKind.END) {
            endTooEarly |= !silenced;
            silenced = true;
        }
    }

    private SyntaxFailure expected(String what, Optional<String> help) {
        if (what.equals("\"{\"")) {
            missingOpenings++;
        }
        missing(what, help);
        return SyntaxFailure.INSTANCE;
    }

    /** As {@link #report}, for a mistake that may come from a missing opening brace. */
    void reportAsIfBraceIsMissing(Span span, String message, String help) {
        report(span, message, help);
        missingOpenings++;
    }

    /** Reports the closing brace at the place, which closes nothing, unless that follows from what has been reported. */
    void strayBrace(boolean hasPartner) {
        if (hasPartner) {
            return;
        }
        if (missingOpenings > 0) {
            missingOpenings--;
        } else {
            report(cursor.current().span(), "this \"}\" closes nothing");
        }
    }

    /** Reports that the program is nested too deeply at the place, and ends parsing; to be thrown. */
    SyntaxFailure tooDeep() {
        report(cursor.current().span(), "the program is nested too deeply here", "split it into several statements or functions");
        silenced = true;
        cursor.moveToEnd();
        return SyntaxFailure.INSTANCE;
    }

    /** What {@code production} gives, or nothing and the old place if it would have complained. */
    <T> Optional<T> attempt(Supplier<T> production) {
        int start = cursor.index();
        attempts++;
        try {
            return Optional.of(production.get());
        } catch (SyntaxFailure failure) {
            cursor.moveTo(start);
            return Optional.empty();
        } finally {
            attempts--;
        }
    }
}
