package org.bluescript.language.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.BinaryOperator;
import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.TypeNode;
import org.bluescript.language.lexer.Token;
import org.bluescript.language.lexer.TokenKind;
import org.bluescript.language.source.Span;

/** Reads expressions from the weakest operators down to those with two operands. */
final class ExpressionParser extends Production {
    /** Whether a colon may follow the expression, so that {@code (a): b => c} is not an arrow function with a result type. */
    private boolean beforeColon;

    ExpressionParser(Grammar grammar) {
        super(grammar);
    }

    /** An expression, from which the comma operator is missing. */
    Expression expression() {
        Expression first = free();
        if (cursor.is(TokenKind.COMMA)) {
            never(cursor.current().span(), "the comma operator is", "write two statements");
        }
        while (cursor.takeIf(TokenKind.COMMA)) {
            free();
        }
        return first;
    }

    /** Expressions with commas between them, where they may stand. */
    Expression sequence() {
        Span start = cursor.current().span();
        Expression first = free();
        if (!cursor.is(TokenKind.COMMA)) {
            return first;
        }
        List<Expression> expressions = new ArrayList<>(List.of(first));
        while (cursor.takeIf(TokenKind.COMMA)) {
            expressions.add(free());
        }
        return new Expression.Sequence(cursor.spanFrom(start), expressions);
    }

    /** An expression up to a comma. */
    Expression assignment() {
        return free();
    }

    /** The expression before a colon: after {@code ?} or {@code case}. */
    Expression beforeColon() {
        return assignment(true);
    }

    private Expression free() {
        return assignment(false);
    }

    private Expression assignment(boolean colonFollows) {
        boolean outer = beforeColon;
        beforeColon = colonFollows;
        grammar.nesting.enter();
        try {
            if (grammar.functions.atArrowFunction(colonFollows)) {
                return grammar.functions.arrowFunction(colonFollows);
            }
            return assignmentOf(conditional());
        } finally {
            grammar.nesting.leave();
            beforeColon = outer;
        }
    }

    private Expression assignmentOf(Expression target) {
        TokenKind kind = cursor.operator();
        Optional<BinaryOperator> operator = Operators.assignment(kind);
        switch (kind) {
            case ASSIGN_AND -> {
                return logicalAssignment(Expression.Decision.AND, target);
            }
            case ASSIGN_OR -> {
                return logicalAssignment(Expression.Decision.OR, target);
            }
            case ASSIGN_NULLISH -> {
                return logicalAssignment(Expression.Decision.NULLISH, target);
            }
            case ASSIGN -> {}
            default -> {
                if (operator.isEmpty()) {
                    return target;
                }
            }
        }
        if (kind == TokenKind.ASSIGN && PatternParser.isPattern(target)) {
            cursor.takeOperator();
            Expression value = assignment(beforeColon);
            return grammar.patterns.assignment(cursor.spanFrom(target.span()), target, value);
        }
        checkTarget(target);
        cursor.takeOperator();
        Expression value = assignment(beforeColon);
        return new Expression.Assignment(cursor.spanFrom(target.span()), operator, target, value);
    }

    private Expression logicalAssignment(Expression.Decision decision, Expression target) {
        checkTarget(target);
        cursor.takeOperator();
        Expression value = assignment(beforeColon);
        return new Expression.LogicalAssignment(cursor.spanFrom(target.span()), decision, target, value);
    }

    /** Reports a target that cannot be assigned to. */
    void checkTarget(Expression target) {
        switch (target) {
            case Expression.Identifier _, Expression.Member _, Expression.Index _ -> {}
            case Expression.Update e when !isTarget(e.target()) -> {
                // That has been reported.
            }
            default ->
                errors.report(
                        target.span(),
                        "this cannot be assigned to",
                        "variables, properties and elements of arrays can");
        }
    }

    private static boolean isTarget(Expression expression) {
        return switch (expression) {
            case Expression.Identifier _, Expression.Member _, Expression.Index _ -> true;
            default -> false;
        };
    }

    private Expression conditional() {
        Expression condition = binary(Operators.WEAKEST);
        if (!cursor.takeIf(TokenKind.QUESTION)) {
            return condition;
        }
        Expression whenTrue = beforeColon();
        expect(TokenKind.COLON);
        Expression whenFalse = assignment(beforeColon);
        return new Expression.Conditional(cursor.spanFrom(condition.span()), condition, whenTrue, whenFalse);
    }

    /** An expression of operators that bind at least as strongly as {@code weakest}. */
    private Expression binary(int weakest) {
        int chain = grammar.nesting.beginChain();
        Span start = cursor.current().span();
        Expression left = grammar.operands.unary();
        int precedence = precedence();
        while (precedence >= weakest) {
            left = combine(start, left, precedence);
            grammar.nesting.link();
            precedence = precedence();
        }
        grammar.nesting.endChain(chain);
        return left;
    }

    private int precedence() {
        Token token = cursor.current();
        if (!token.afterLineBreak() && (token.isWord("as") || token.isWord("satisfies"))) {
            return Operators.RELATIONAL;
        }
        return Operators.precedence(cursor.operator());
    }

    private Expression combine(Span start, Expression left, int precedence) {
        if (cursor.is(TokenKind.IDENTIFIER)) {
            return conversion(start, left);
        }
        TokenKind kind = cursor.operator();
        boolean leftIsOpen = left.span().end() == cursor.previous().span().end();
        Span operator = cursor.takeOperator();
        Token first = cursor.current();
        if (kind == TokenKind.INSTANCEOF) {
            TypeNode.Named type = grammar.types.className();
            return new Expression.InstanceOf(cursor.spanFrom(start), left, type);
        }
        grammar.nesting.enter();
        Expression right = binary(kind == TokenKind.POWER ? precedence : precedence + 1);
        grammar.nesting.leave();
        Span span = cursor.spanFrom(start);
        return switch (kind) {
            case AND, OR -> {
                if (leftIsOpen && left instanceof Expression.Nullish) {
                    reportMixed(operator);
                }
                yield new Expression.Logical(span, kind == TokenKind.AND, left, right);
            }
            case NULLISH -> {
                boolean rightIsOpen = right.span().start() == first.span().start();
                if (leftIsOpen && left instanceof Expression.Logical || rightIsOpen && right instanceof Expression.Logical) {
                    reportMixed(operator);
                }
                yield new Expression.Nullish(span, left, right);
            }
            case IN -> new Expression.In(span, left, right);
            default -> new Expression.Binary(span, Operators.binary(kind).orElseThrow(), left, right);
        };
    }

    private void reportMixed(Span operator) {
        errors.report(operator, "\"??\" beside \"&&\" or \"||\" needs parentheses", "write (a ?? b) || c or a ?? (b || c)");
    }

    /** {@code as T}, {@code satisfies T}, or {@code as const}, which means nothing here. */
    private Expression conversion(Span start, Expression operand) {
        Token word = cursor.take();
        if (word.isWord("as") && cursor.takeIf(TokenKind.CONST)) {
            return operand;
        }
        TypeNode type = grammar.types.typeInExpression();
        if (word.isWord("satisfies")) {
            return new Expression.Satisfies(cursor.spanFrom(start), operand, type);
        }
        return new Expression.As(cursor.spanFrom(start), operand, type);
    }
}
