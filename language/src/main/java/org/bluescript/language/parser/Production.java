package org.bluescript.language.parser;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Name;
import org.bluescript.language.lexer.Token;
import org.bluescript.language.lexer.TokenKind;
import org.bluescript.language.source.Span;

/** What all parts of the parser need: the place in the text, and the smallest productions. */
abstract class Production {
    /** Words that name nothing in a module, though they are not keywords everywhere. */
    private static final Set<String> RESERVED = Set.of(
            "await", "implements", "interface", "package", "private", "protected", "public", "static", "undefined", "yield");

    final Grammar grammar;
    final TokenCursor cursor;
    final SyntaxErrors errors;

    Production(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
        this.errors = grammar.errors;
    }

    /** Takes a token that must be there. */
    final Token expect(TokenKind kind) {
        if (!cursor.is(kind)) {
            throw errors.expected('"' + kind.text() + '"');
        }
        return cursor.take();
    }

    /** Takes a name that is being declared or meant; {@code what} is, for messages, what it names, as in "a name for the class". */
    final Name name(String what) {
        Token token = cursor.current();
        if (token.kind() != TokenKind.IDENTIFIER) {
            throw token.kind().isKeyword() && !token.afterLineBreak()
                    ? errors.expected(what, '"' + token.kind().text() + "\" is a reserved word")
                    : errors.expected(what);
        }
        if (RESERVED.contains(token.text())) {
            errors.report(token.span(), '"' + token.text() + "\" is a reserved word");
        }
        cursor.take();
        return new Name(token.span(), token.text());
    }

    /** Takes the name of a property or method, which may be a keyword. */
    final Name propertyName(String what) {
        Token token = cursor.current();
        if (token.kind() != TokenKind.IDENTIFIER && !token.kind().isKeyword()) {
            throw errors.expected(what);
        }
        cursor.take();
        return new Name(token.span(), token.text());
    }

    /** Takes a semicolon, or nothing where the line, the block or the file ends (ECMA-262, 12.10). */
    final void semicolon() {
        if (!cursor.takeIf(TokenKind.SEMICOLON)
                && !cursor.is(TokenKind.RIGHT_BRACE)
                && !cursor.is(TokenKind.END)
                && !cursor.current().afterLineBreak()
                && !atBracketInPlaceOfBrace()) {
            throw errors.expected("\";\" or the end of the line");
        }
    }

    /** Whether a parenthesis or square bracket closes here though a brace is open that has no partner; the block complains. */
    private boolean atBracketInPlaceOfBrace() {
        int open = grammar.brackets.enclosing(cursor.index());
        return (cursor.is(TokenKind.RIGHT_PAREN) || cursor.is(TokenKind.RIGHT_BRACKET))
                && open != Brackets.NONE
                && cursor.at(open).kind() == TokenKind.LEFT_BRACE
                && grammar.brackets.closing(open) == Brackets.NONE;
    }

    /** Whether the place is at the word, and a name follows in the same line, so that the word does not stand for itself. */
    final boolean isWordBeforeName(String word) {
        Token next = cursor.ahead(1);
        return cursor.isWord(word) && next.kind() == TokenKind.IDENTIFIER && !next.afterLineBreak();
    }

    /** Reports a construct of TypeScript that the language is going to have. */
    final void notYet(Span span, String what) {
        errors.report(span, what + " not part of the language yet");
    }

    final void notYet(Span span, String what, String help) {
        errors.report(span, what + " not part of the language yet", help);
    }

    /** Reports a construct of TypeScript that the language does without. */
    final void never(Span span, String what, String help) {
        errors.report(span, what + " not part of the language", help);
    }

    /**
     * What {@code content} reads after the bracket at {@code open}, up to and with the closing one. If it cannot go on, the place
     * moves behind the closing bracket, if there is one, and the result is {@code otherwise}.
     */
    final <T> T bracketed(int open, Supplier<T> content, Supplier<T> otherwise) {
        int depth = grammar.nesting.depth();
        try {
            return content.get();
        } catch (SyntaxFailure failure) {
            grammar.nesting.returnTo(depth);
            if (errors.attempting() || !grammar.recovery.skipPast(open)) {
                throw failure;
            }
            return otherwise.get();
        }
    }

    /** Whether the innermost bracket around the token at {@code index} is a parenthesis or square bracket. */
    final boolean isInParentheses(int index) {
        int open = grammar.brackets.enclosing(index);
        return open != Brackets.NONE
                && (cursor.at(open).kind() == TokenKind.LEFT_PAREN || cursor.at(open).kind() == TokenKind.LEFT_BRACKET);
    }

    /**
     * Whether a declaration begins at the place, so that an expression that should be here is missing: {@code function} or
     * {@code class} with a name, at the beginning of a line and not within parentheses.
     */
    final boolean atDeclarationInNextLine() {
        return cursor.current().afterLineBreak()
                && cursor.ahead(1).kind() == TokenKind.IDENTIFIER
                && !isInParentheses(cursor.index());
    }

    /** Stands for an expression that could not be read. */
    static Expression placeholder(Span span) {
        return new Expression.NullLiteral(span);
    }

    /** Says which bracket is open. */
    final Optional<String> openSince(int open) {
        Span span = cursor.at(open).span();
        return Optional.of('"' + span.text() + "\" of line " + span.position().line() + " is not closed");
    }
}
