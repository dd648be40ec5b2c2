package org.bluescript.language.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.lexer.Token;
import org.bluescript.language.lexer.TokenKind;
import org.bluescript.language.source.Span;

/** Reads statements, and lists of them up to a closing brace, recovering from mistakes at statement borders. */
final class StatementParser extends Production {
    StatementParser(Grammar grammar) {
        super(grammar);
    }

    /** All statements of the file. */
    List<Statement> file() {
        List<Statement> statements = new ArrayList<>();
        while (!cursor.is(TokenKind.END)) {
            if (cursor.is(TokenKind.RIGHT_BRACE)) {
                errors.strayBrace(grammar.brackets.opening(cursor.index()) != Brackets.NONE);
                cursor.take();
            } else if (grammar.classes.atMember()) {
                grammar.classes.strayMember();
            } else {
                statementOrRecovery(true).ifPresent(statements::add);
            }
        }
        return statements;
    }

    /** <code>{…}</code>. */
    Statement.Block block() {
        Span start = cursor.current().span();
        int open = cursor.index();
        expect(TokenKind.LEFT_BRACE);
        return blockFrom(start, open);
    }

    /** A block whose opening brace is missing, as its indentation shows. */
    Statement.Block blockWithoutBrace() {
        errors.missing("\"{\"", Optional.empty());
        return blockFrom(cursor.current().span(), cursor.index() - 1);
    }

    private Statement.Block blockFrom(Span start, int open) {
        List<Statement> statements = new ArrayList<>();
        while (!cursor.is(TokenKind.RIGHT_BRACE) && !closingIsMissing(open)) {
            statementOrRecovery(false).ifPresent(statements::add);
        }
        closeBrace(open);
        return new Statement.Block(cursor.spanFrom(start), statements);
    }

    /**
     * Whether what the brace at {@code open} opened ends here without the partner: with the file or the place of a template, before
     * the next member of a class, or, if there is no partner, before another closing bracket or a declaration at the margin.
     */
    boolean closingIsMissing(int open) {
        return switch (cursor.kind()) {
            case END, TEMPLATE_MIDDLE, TEMPLATE_TAIL -> true;
            case RIGHT_PAREN, RIGHT_BRACKET -> grammar.brackets.closing(open) == Brackets.NONE;
            case IDENTIFIER -> grammar.classes.isInside() && grammar.classes.atMember();
            case FUNCTION, CLASS, ENUM, IMPORT, EXPORT, LET, CONST -> {
                Token token = cursor.current();
                yield grammar.brackets.closing(open) == Brackets.NONE
                        && token.afterLineBreak()
                        && token.span().position().column() == 1;
            }
            default -> false;
        };
    }

    /** Takes the closing brace, or complains that it is missing and goes on as if it were there. */
    void closeBrace(int open) {
        if (!cursor.takeIf(TokenKind.RIGHT_BRACE)) {
            errors.beginItem();
            errors.missing("\"}\"", openSince(open));
            boolean isWrongBracket = cursor.is(TokenKind.RIGHT_PAREN) || cursor.is(TokenKind.RIGHT_BRACKET);
            if (isWrongBracket && !isInParentheses(open)) {
                cursor.take();
            }
        }
    }

    /** The statement at the place, or nothing and the place behind what could not be read; moves in any case. */
    Optional<Statement> statementOrRecovery(boolean topLevel) {
        int start = cursor.index();
        int depth = grammar.nesting.depth();
        errors.beginItem();
        try {
            return Optional.of(statement(topLevel));
        } catch (SyntaxFailure failure) {
            if (errors.attempting()) {
                throw failure;
            }
            grammar.nesting.returnTo(depth);
            grammar.recovery.skipStatement(start);
            if (cursor.index() == start && !cursor.is(TokenKind.RIGHT_BRACE)) {
                cursor.take();
            }
            return Optional.empty();
        }
    }

    /** A statement that stands alone: the body of a loop, a branch, a labelled statement. */
    Statement embedded() {
        Token token = cursor.current();
        if (token.kind() == TokenKind.ELSE) {
            errors.missing("a statement", Optional.empty());
            return new Statement.Empty(token.span());
        }
        boolean isDeclaration = switch (token.kind()) {
            case LET, CONST, FUNCTION, CLASS, ENUM -> true;
            default -> false;
        };
        if (isDeclaration) {
            errors.reportAsIfBraceIsMissing(
                    token.span(), "a declaration cannot stand here alone", "put it into braces");
        }
        return nested();
    }

    /** A statement inside of another. */
    Statement nested() {
        return statement(false);
    }

    private Statement statement(boolean topLevel) {
        grammar.nesting.enter();
        Statement statement = switch (cursor.kind()) {
            case IMPORT, EXPORT -> module(topLevel);
            default -> local();
        };
        grammar.nesting.leave();
        return statement;
    }

    private Statement module(boolean topLevel) {
        if (cursor.is(TokenKind.IMPORT) && isImportExpression()) {
            return expressionStatement();
        }
        if (!topLevel) {
            Token word = cursor.current();
            errors.report(word.span(), '"' + word.text() + "\" is allowed only at the top level of a file");
        }
        return grammar.modules.statement();
    }

    private boolean isImportExpression() {
        TokenKind next = cursor.ahead(1).kind();
        return next == TokenKind.LEFT_PAREN || next == TokenKind.DOT;
    }

    private Statement local() {
        Span start = cursor.current().span();
        return switch (cursor.kind()) {
            case LEFT_BRACE -> block();
            case SEMICOLON -> new Statement.Empty(cursor.take().span());
            case LET, CONST, VAR -> grammar.declarations.variablesOrEnum(start, false);
            case FUNCTION -> grammar.functions.declaration(start, false);
            case CLASS -> grammar.classes.declaration(start, false);
            case ENUM -> grammar.declarations.enumeration(start, false);
            case IF -> branch();
            case SWITCH -> grammar.loops.switchStatement();
            case WHILE -> grammar.loops.whileLoop();
            case DO -> grammar.loops.doLoop();
            case FOR -> grammar.loops.forLoop();
            case RETURN -> returnStatement();
            case BREAK, CONTINUE -> jump();
            case TRY -> grammar.tries.tryStatement();
            case THROW -> grammar.tries.throwStatement();
            case IDENTIFIER -> wordStatement();
            default -> grammar.foreign.statement().orElseGet(this::expressionStatement);
        };
    }

    private Statement wordStatement() {
        Token next = cursor.ahead(1);
        if (next.kind() == TokenKind.COLON) {
            return labeled();
        }
        boolean isTemplate = next.kind() == TokenKind.TEMPLATE || next.kind() == TokenKind.TEMPLATE_HEAD;
        if (cursor.isWord("code") && isTemplate) {
            return inlineCode();
        }
        return grammar.foreign.wordStatement().orElseGet(this::expressionStatement);
    }

    private Statement expressionStatement() {
        Span start = cursor.current().span();
        Expression expression = grammar.expressions.expression();
        semicolon();
        return new Statement.ExpressionStatement(cursor.spanFrom(start), expression);
    }

    private Statement labeled() {
        Name label = name("a label");
        cursor.take();
        Statement body = embedded();
        return new Statement.Labeled(cursor.spanFrom(label.span()), label, body);
    }

    private Statement branch() {
        Span start = cursor.take().span();
        Expression condition = condition();
        Statement whenTrue = embedded();
        Optional<Statement> whenFalse = cursor.takeIf(TokenKind.ELSE) ? Optional.of(embedded()) : Optional.empty();
        return new Statement.If(cursor.spanFrom(start), condition, whenTrue, whenFalse);
    }

    /** {@code (condition)}; goes on behind it whatever stands between the parentheses. */
    Expression condition() {
        int open = cursor.index();
        Span start = cursor.current().span();
        if (!cursor.takeIf(TokenKind.LEFT_PAREN)) {
            errors.missing("\"(\"", Optional.empty());
            Expression condition = grammar.expressions.expression();
            cursor.takeIf(TokenKind.RIGHT_PAREN);
            return condition;
        }
        return bracketed(open, this::conditionInParentheses, () -> placeholder(start));
    }

    private Expression conditionInParentheses() {
        Expression condition = grammar.expressions.expression();
        closeParenthesis();
        return condition;
    }

    /** Takes {@code )}; where a block follows instead, it is as good as there. */
    void closeParenthesis() {
        if (cursor.is(TokenKind.LEFT_BRACE)) {
            errors.missing("\")\"", Optional.empty());
        } else {
            expect(TokenKind.RIGHT_PAREN);
        }
    }

    private Statement returnStatement() {
        Span start = cursor.take().span();
        Optional<Expression> value = atStatementEnd() ? Optional.empty() : Optional.of(grammar.expressions.expression());
        semicolon();
        return new Statement.Return(cursor.spanFrom(start), value);
    }

    private boolean atStatementEnd() {
        return cursor.current().afterLineBreak()
                || cursor.is(TokenKind.SEMICOLON)
                || cursor.is(TokenKind.RIGHT_BRACE)
                || cursor.is(TokenKind.END);
    }

    private Statement jump() {
        Token word = cursor.take();
        Optional<Name> label = atStatementEnd() ? Optional.empty() : Optional.of(name("a label"));
        semicolon();
        Span span = cursor.spanFrom(word.span());
        return word.kind() == TokenKind.BREAK ? new Statement.Break(span, label) : new Statement.Continue(span, label);
    }

    private Statement inlineCode() {
        Span start = cursor.take().span();
        List<Expression> places = new ArrayList<>();
        List<Token> parts = grammar.literals.templateParts(places);
        semicolon();
        List<Statement.CodeText> texts = parts.stream().map(StatementParser::codeText).toList();
        return new Statement.InlineCode(cursor.spanFrom(start), texts, places);
    }

    /** The text begins behind the backtick or brace; it is as it is written, so that its length is known. */
    private static Statement.CodeText codeText(Token part) {
        int start = part.span().start() + 1;
        Span span = new Span(part.span().file(), start, start + part.text().length());
        return new Statement.CodeText(span, part.text());
    }
}
