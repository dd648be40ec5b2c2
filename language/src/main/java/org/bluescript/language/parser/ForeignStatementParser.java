package org.bluescript.language.parser;

import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.lexer.Token;
import org.bluescript.language.lexer.TokenKind;
import org.bluescript.language.source.Span;

/**
 * Reads statements of TypeScript that the language does not have. Each is reported once, and read as far as that finds the
 * mistakes inside it; what it gives stands for nothing.
 */
final class ForeignStatementParser extends Production {
    ForeignStatementParser(Grammar grammar) {
        super(grammar);
    }

    /** The statement that the keyword or mark at the place begins, or nothing if it is not foreign. */
    Optional<Statement> statement() {
        Span start = cursor.current().span();
        return switch (cursor.kind()) {
            case WITH -> Optional.of(withStatement());
            case DEBUGGER -> {
                never(cursor.take().span(), "\"debugger\" is", "remove it");
                semicolon();
                yield Optional.of(new Statement.Empty(start));
            }
            case AT -> {
                decorators();
                yield Optional.of(grammar.statements.nested());
            }
            case ELSE, CASE, DEFAULT, CATCH, FINALLY -> {
                Token word = cursor.current();
                errors.report(word.span(), '"' + word.text() + "\" without the statement it belongs to");
                throw SyntaxFailure.INSTANCE;
            }
            default -> Optional.empty();
        };
    }

    /** The statement that the name at the place begins, or nothing if the name is only a name. */
    Optional<Statement> wordStatement() {
        Span start = cursor.current().span();
        return atAsyncFunction() ? asyncFunction(start, false) : declaration(start, false);
    }

    /** What stands behind {@code export}, which is at {@code start}. */
    Optional<Statement> exported(Span start) {
        if (cursor.is(TokenKind.AT)) {
            decorators();
            return Optional.of(grammar.classes.declaration(start, true));
        }
        if (!cursor.is(TokenKind.IDENTIFIER)) {
            return Optional.empty();
        }
        return atAsyncFunction() ? asyncFunction(start, true) : declaration(start, true);
    }

    private boolean atAsyncFunction() {
        Token next = cursor.ahead(1);
        return cursor.isWord("async") && next.kind() == TokenKind.FUNCTION && !next.afterLineBreak();
    }

    private Optional<Statement> asyncFunction(Span start, boolean exported) {
        notYet(cursor.take().span(), "\"async\" is");
        return Optional.of(grammar.functions.declaration(start, exported));
    }

    private Optional<Statement> declaration(Span start, boolean exported) {
        Token word = cursor.current();
        Token next = cursor.ahead(1);
        if (next.afterLineBreak()) {
            return Optional.empty();
        }
        boolean beforeName = next.kind() == TokenKind.IDENTIFIER;
        return switch (word.text()) {
            case "type" -> beforeName ? Optional.of(grammar.declarations.typeAlias(start, exported)) : Optional.empty();
            case "interface" -> beforeName ? Optional.of(grammar.shapes.declaration(start, exported)) : Optional.empty();
            case "namespace", "module" ->
                beforeName ? Optional.of(skipped('"' + word.text() + "\" is", "write a module of its own")) : Optional.empty();
            case "declare" ->
                beforeName || next.kind().isKeyword() && next.kind() != TokenKind.IN && next.kind() != TokenKind.INSTANCEOF
                        ? Optional.of(skipped("\"declare\" is", "inline C is written code`…`"))
                        : Optional.empty();
            case "abstract" -> next.kind() == TokenKind.CLASS ? abstractClass(start, exported) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Statement> abstractClass(Span start, boolean exported) {
        cursor.take();
        return Optional.of(grammar.classes.abstractDeclaration(start, exported));
    }

    private Statement skipped(String what, String help) {
        int begin = cursor.index();
        Span start = cursor.take().span();
        notYet(start, what, help);
        while (!cursor.is(TokenKind.LEFT_BRACE) && !cursor.is(TokenKind.END) && !cursor.current().afterLineBreak()) {
            cursor.take();
        }
        if (!cursor.is(TokenKind.LEFT_BRACE)) {
            return new Statement.Empty(start);
        }
        if (!grammar.recovery.skipPast(cursor.index())) {
            grammar.recovery.skipStatement(begin);
        }
        return new Statement.Empty(start);
    }

    private Statement withStatement() {
        Span start = cursor.take().span();
        never(start, "\"with\" is", "write the object before each property");
        Expression object = grammar.statements.condition();
        Statement body = grammar.statements.embedded();
        return new Statement.If(cursor.spanFrom(start), object, body, Optional.empty());
    }

    /** Skips {@code @a.b(c)}, any number of them. */
    void decorators() {
        while (cursor.is(TokenKind.AT)) {
            notYet(cursor.take().span(), "decorators are");
            propertyName("the name of a decorator");
            while (cursor.takeIf(TokenKind.DOT)) {
                propertyName("the name of a decorator");
            }
            if (cursor.is(TokenKind.LEFT_PAREN)) {
                grammar.literals.arguments();
            }
        }
    }
}
