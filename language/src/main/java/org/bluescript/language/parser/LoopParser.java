package org.bluescript.language.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.ast.TypeNode;
import org.bluescript.language.lexer.Token;
import org.bluescript.language.lexer.TokenKind;
import org.bluescript.language.source.Span;

/** Reads loops and {@code switch}. */
final class LoopParser extends Production {
    /** What stands between the parentheses of a {@code for}: one of the two kinds. */
    private sealed interface Header {
        record Counting(
                Optional<Statement> initializer, Optional<Expression> condition, Optional<Expression> update)
                implements Header {
            static final Counting UNREADABLE = new Counting(Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** {@code parts} are the variables of a pattern, of which {@code name} is the hidden whole. */
        record Each(
                boolean isConst,
                Name name,
                Optional<TypeNode> type,
                Expression iterable,
                List<Statement.Declarator> parts)
                implements Header {}
    }

    LoopParser(Grammar grammar) {
        super(grammar);
    }

    Statement whileLoop() {
        Span start = cursor.take().span();
        Expression condition = grammar.statements.condition();
        Statement body = grammar.statements.embedded();
        return new Statement.While(cursor.spanFrom(start), condition, body);
    }

    Statement doLoop() {
        Span start = cursor.take().span();
        Statement body = grammar.statements.embedded();
        expect(TokenKind.WHILE);
        Expression condition = grammar.statements.condition();
        // Here a semicolon may be missing even in the middle of a line.
        cursor.takeIf(TokenKind.SEMICOLON);
        return new Statement.DoWhile(cursor.spanFrom(start), body, condition);
    }

    Statement forLoop() {
        Span start = cursor.take().span();
        if (cursor.isWord("await")) {
            notYet(cursor.take().span(), "\"await\" is");
        }
        Header header = headerInParentheses();
        Statement body = grammar.statements.embedded();
        Span span = cursor.spanFrom(start);
        return switch (header) {
            case Header.Counting(var initializer, var condition, var update) ->
                new Statement.For(span, initializer, condition, update, body);
            case Header.Each(var isConst, var name, var type, var iterable, var parts) ->
                new Statement.ForOf(span, isConst, name, type, iterable, withParts(isConst, parts, body));
        };
    }

    private static Statement withParts(boolean isConst, List<Statement.Declarator> parts, Statement body) {
        return parts.isEmpty()
                ? body
                : new Statement.Block(
                        body.span(), List.of(new Statement.Variables(body.span(), isConst, parts, false), body));
    }

    private Header headerInParentheses() {
        int open = cursor.index();
        if (cursor.takeIf(TokenKind.LEFT_PAREN)) {
            return bracketed(open, this::header, () -> Header.Counting.UNREADABLE);
        }
        errors.missing("\"(\"", Optional.empty());
        while (!cursor.is(TokenKind.LEFT_BRACE) && !cursor.is(TokenKind.END) && !cursor.current().afterLineBreak()) {
            cursor.take();
        }
        return Header.Counting.UNREADABLE;
    }

    private Header header() {
        Header header = atEach() ? each() : counting();
        grammar.statements.closeParenthesis();
        return header;
    }

    /** Whether {@code of} or {@code in} follows a name, or a name with its type. */
    private boolean atEach() {
        int name = isDeclaration() ? 1 : 0;
        int pattern = grammar.brackets.closing(cursor.index() + name);
        if (name == 1 && pattern != Brackets.NONE) {
            return isEachWord(cursor.at(pattern + 1));
        }
        if (cursor.ahead(name).kind() != TokenKind.IDENTIFIER) {
            return false;
        }
        return isEachWord(cursor.ahead(name + 1))
                || name == 1 && cursor.ahead(2).kind() == TokenKind.COLON && typeAndEachWordFollow();
    }

    private static boolean isEachWord(Token token) {
        return token.isWord("of") || token.kind() == TokenKind.IN;
    }

    private boolean typeAndEachWordFollow() {
        int place = cursor.index();
        cursor.moveTo(place + 2);
        boolean found = errors.attempt(grammar.types::annotation).isPresent() && isEachWord(cursor.current());
        cursor.moveTo(place);
        return found;
    }

    private boolean isDeclaration() {
        return cursor.is(TokenKind.LET) || cursor.is(TokenKind.CONST) || cursor.is(TokenKind.VAR);
    }

    private Header each() {
        boolean isConst = cursor.is(TokenKind.CONST);
        if (isDeclaration()) {
            grammar.declarations.variableKeyword();
        } else {
            errors.report(
                    cursor.current().span(),
                    "the variable of this loop is not declared",
                    "write const " + cursor.current().text() + " of");
        }
        List<Statement.Declarator> parts = new ArrayList<>();
        Name name = grammar.declarations.variableName(parts);
        Optional<TypeNode> type = grammar.types.annotation();
        Token word = cursor.take();
        if (word.kind() == TokenKind.IN) {
            never(word.span(), "\"for…in\" is", "write for (const element of array), or count an index");
        }
        Expression iterable = grammar.expressions.assignment();
        return new Header.Each(isConst, name, type, iterable, parts);
    }

    private Header counting() {
        Optional<Statement> initializer = initializer();
        expect(TokenKind.SEMICOLON);
        Optional<Expression> condition = optional(TokenKind.SEMICOLON);
        expect(TokenKind.SEMICOLON);
        Optional<Expression> update =
                cursor.is(TokenKind.RIGHT_PAREN) ? Optional.empty() : Optional.of(grammar.expressions.sequence());
        return new Header.Counting(initializer, condition, update);
    }

    private Optional<Statement> initializer() {
        if (isDeclaration()) {
            return Optional.of(grammar.declarations.variablesWithoutEnd(cursor.current().span(), false));
        }
        if (cursor.is(TokenKind.SEMICOLON)) {
            return Optional.empty();
        }
        Expression expression = grammar.expressions.sequence();
        return Optional.of(new Statement.ExpressionStatement(expression.span(), expression));
    }

    private Optional<Expression> optional(TokenKind end) {
        return cursor.is(end) ? Optional.empty() : Optional.of(grammar.expressions.assignment());
    }

    /* ---- switch ---- */

    Statement switchStatement() {
        Span start = cursor.take().span();
        Expression subject = grammar.statements.condition();
        int open = cursor.index();
        expect(TokenKind.LEFT_BRACE);
        List<Statement.Case> cases = new ArrayList<>();
        while (!cursor.is(TokenKind.RIGHT_BRACE) && !grammar.statements.closingIsMissing(open)) {
            cases.add(switchCase(open));
        }
        grammar.statements.closeBrace(open);
        return new Statement.Switch(cursor.spanFrom(start), subject, cases);
    }

    private Statement.Case switchCase(int open) {
        Span start = cursor.current().span();
        Optional<Expression> test = Optional.empty();
        int begin = cursor.index();
        int depth = grammar.nesting.depth();
        errors.beginItem();
        try {
            test = caseLabel();
        } catch (SyntaxFailure failure) {
            grammar.nesting.returnTo(depth);
            grammar.recovery.skipStatement(begin);
        }
        List<Statement> body = new ArrayList<>();
        while (!atCaseEnd(open)) {
            grammar.statements.statementOrRecovery(false).ifPresent(body::add);
        }
        return new Statement.Case(cursor.spanFrom(start), test, body);
    }

    private Optional<Expression> caseLabel() {
        Optional<Expression> test = Optional.empty();
        if (cursor.takeIf(TokenKind.CASE)) {
            test = Optional.of(grammar.expressions.beforeColon());
        } else if (!cursor.takeIf(TokenKind.DEFAULT)) {
            throw errors.expected("\"case\", \"default\" or \"}\"");
        }
        expect(TokenKind.COLON);
        return test;
    }

    private boolean atCaseEnd(int open) {
        return cursor.is(TokenKind.CASE)
                || cursor.is(TokenKind.DEFAULT)
                || cursor.is(TokenKind.RIGHT_BRACE)
                || cursor.is(TokenKind.END)
                || grammar.statements.closingIsMissing(open);
    }
}
