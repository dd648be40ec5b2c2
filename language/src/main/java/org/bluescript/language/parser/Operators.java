package org.bluescript.language.parser;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.bluescript.language.ast.BinaryOperator;
import org.bluescript.language.ast.UnaryOperator;
import org.bluescript.language.lexer.TokenKind;

/** Which tokens are operators, and how strongly they bind. */
final class Operators {
    /** {@code ??} and {@code ||}, the weakest operators between two operands. */
    static final int WEAKEST = 1;
    /** {@code < instanceof as}. */
    static final int RELATIONAL = 7;
    /** {@code **}, the only one that groups to the right. */
    static final int POWER = 11;

    private static final Map<TokenKind, Integer> PRECEDENCE = new EnumMap<>(TokenKind.class);
    private static final Map<TokenKind, BinaryOperator> BINARY = new EnumMap<>(TokenKind.class);
    private static final Map<TokenKind, BinaryOperator> ASSIGNMENT = new EnumMap<>(TokenKind.class);
    private static final Map<TokenKind, UnaryOperator> UNARY = new EnumMap<>(TokenKind.class);

    static {
        PRECEDENCE.put(TokenKind.NULLISH, WEAKEST);
        PRECEDENCE.put(TokenKind.OR, WEAKEST);
        PRECEDENCE.put(TokenKind.AND, 2);
        PRECEDENCE.put(TokenKind.INSTANCEOF, RELATIONAL);
        PRECEDENCE.put(TokenKind.IN, RELATIONAL);
        binary(TokenKind.BAR, 3, BinaryOperator.BIT_OR, TokenKind.ASSIGN_BAR);
        binary(TokenKind.CARET, 4, BinaryOperator.BIT_XOR, TokenKind.ASSIGN_CARET);
        binary(TokenKind.AMPERSAND, 5, BinaryOperator.BIT_AND, TokenKind.ASSIGN_AMPERSAND);
        comparison(TokenKind.EQUAL, 6, BinaryOperator.EQUAL);
        comparison(TokenKind.STRICT_EQUAL, 6, BinaryOperator.EQUAL);
        comparison(TokenKind.NOT_EQUAL, 6, BinaryOperator.NOT_EQUAL);
        comparison(TokenKind.STRICT_NOT_EQUAL, 6, BinaryOperator.NOT_EQUAL);
        comparison(TokenKind.LESS, RELATIONAL, BinaryOperator.LESS);
        comparison(TokenKind.LESS_EQUAL, RELATIONAL, BinaryOperator.LESS_EQUAL);
        comparison(TokenKind.GREATER, RELATIONAL, BinaryOperator.GREATER);
        comparison(TokenKind.GREATER_EQUAL, RELATIONAL, BinaryOperator.GREATER_EQUAL);
        binary(TokenKind.SHIFT_LEFT, 8, BinaryOperator.SHIFT_LEFT, TokenKind.ASSIGN_SHIFT_LEFT);
        binary(TokenKind.SHIFT_RIGHT, 8, BinaryOperator.SHIFT_RIGHT, TokenKind.ASSIGN_SHIFT_RIGHT);
        binary(
                TokenKind.SHIFT_RIGHT_UNSIGNED,
                8,
                BinaryOperator.SHIFT_RIGHT_UNSIGNED,
                TokenKind.ASSIGN_SHIFT_RIGHT_UNSIGNED);
        binary(TokenKind.PLUS, 9, BinaryOperator.ADD, TokenKind.ASSIGN_PLUS);
        binary(TokenKind.MINUS, 9, BinaryOperator.SUBTRACT, TokenKind.ASSIGN_MINUS);
        binary(TokenKind.STAR, 10, BinaryOperator.MULTIPLY, TokenKind.ASSIGN_STAR);
        binary(TokenKind.SLASH, 10, BinaryOperator.DIVIDE, TokenKind.ASSIGN_SLASH);
        binary(TokenKind.PERCENT, 10, BinaryOperator.REMAINDER, TokenKind.ASSIGN_PERCENT);
        binary(TokenKind.POWER, POWER, BinaryOperator.POWER, TokenKind.ASSIGN_POWER);
        UNARY.put(TokenKind.PLUS, UnaryOperator.PLUS);
        UNARY.put(TokenKind.MINUS, UnaryOperator.MINUS);
        UNARY.put(TokenKind.NOT, UnaryOperator.NOT);
        UNARY.put(TokenKind.TILDE, UnaryOperator.BIT_NOT);
        UNARY.put(TokenKind.TYPEOF, UnaryOperator.TYPEOF);
    }

    private Operators() {}

    private static void comparison(TokenKind kind, int precedence, BinaryOperator operator) {
        PRECEDENCE.put(kind, precedence);
        BINARY.put(kind, operator);
    }

    private static void binary(TokenKind kind, int precedence, BinaryOperator operator, TokenKind assignment) {
        comparison(kind, precedence, operator);
        ASSIGNMENT.put(assignment, operator);
    }

    /** How strongly the operator binds, from WEAKEST on; 0 if it does not stand between operands. */
    static int precedence(TokenKind kind) {
        return PRECEDENCE.getOrDefault(kind, 0);
    }

    /** Empty for the operators that do not evaluate both operands. */
    static Optional<BinaryOperator> binary(TokenKind kind) {
        return Optional.ofNullable(BINARY.get(kind));
    }

    /** The operator of a compound assignment. */
    static Optional<BinaryOperator> assignment(TokenKind kind) {
        return Optional.ofNullable(ASSIGNMENT.get(kind));
    }

    static Optional<UnaryOperator> unary(TokenKind kind) {
        return Optional.ofNullable(UNARY.get(kind));
    }
}
