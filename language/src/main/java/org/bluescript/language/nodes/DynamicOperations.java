package org.bluescript.language.nodes;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.Node;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.machine.ProgramFailure;
import org.bluescript.language.machine.Words;
import org.bluescript.language.machine.Words.What;
import org.bluescript.language.shadow.Word;
import org.bluescript.language.shadow.math.Power;
import org.bluescript.language.typed.DynamicOperator;

/** Operators on words of any kind, the twin of the device's {@code any_arithmetic.c} and {@code any_compare.c}. */
final class DynamicOperations {
    private final HostMachine machine;
    private final Words words;

    DynamicOperations(HostMachine machine) {
        this.machine = machine;
        this.words = machine.words();
    }

    /** An operator of two operands that gives a value. The operands are roots, if the operator is ADD. */
    @TruffleBoundary
    int binary(DynamicOperator operator, int a, int b, Node place) {
        What x = words.what(a);
        What y = words.what(b);
        if (x == What.INTEGER && y == What.INTEGER) {
            return words.ofInteger(integers(operator, words.integer(a), words.integer(b), place), place);
        }
        if (operator == DynamicOperator.ADD && (x == What.STRING || y == What.STRING)) {
            return join(a, b, place);
        }
        if (!words.isNumber(a) || !words.isNumber(b) || isOnBits(operator)) {
            throw words.wrongOperand(operator.symbol(), place, a, b);
        }
        return words.ofFloat(floats(operator, words.number(a), words.number(b)), place);
    }

    private static boolean isOnBits(DynamicOperator operator) {
        return switch (operator) {
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED, BIT_AND, BIT_OR, BIT_XOR -> true;
            default -> false;
        };
    }

    private int join(int a, int b, Node place) {
        int base = machine.roots().push(1);
        try {
            int left = words.toText(a, place);
            machine.roots().set(base, left);
            int right = words.toText(b, place);
            return machine.strings().concat(left, right, place) + Word.TAG_POINTER;
        } finally {
            machine.roots().pop(base);
        }
    }

    private static int integers(DynamicOperator operator, int a, int b, Node place) {
        return switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / checked(b, place);
            case REMAINDER -> a % checked(b, place);
            case POWER -> power(a, b, place);
            case SHIFT_LEFT -> a << b;
            case SHIFT_RIGHT -> a >> b;
            case SHIFT_RIGHT_UNSIGNED -> a >>> b;
            case BIT_AND -> a & b;
            case BIT_OR -> a | b;
            case BIT_XOR -> a ^ b;
            default -> throw new IllegalStateException("not of two operands: " + operator);
        };
    }

    private static int checked(int divisor, Node place) {
        if (divisor == 0) {
            throw ProgramFailure.of(RunTimeErrorKind.DIVISION, place);
        }
        return divisor;
    }

    private static int power(int base, int exponent, Node place) {
        if (exponent < 0) {
            throw ProgramFailure.of(RunTimeErrorKind.EXPONENT, place);
        }
        return Power.integer(base, exponent);
    }

    private static float floats(DynamicOperator operator, float a, float b) {
        return switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case POWER -> Power.pow(a, b);
            default -> throw new IllegalStateException("not on floats: " + operator);
        };
    }

    @TruffleBoundary
    int unary(DynamicOperator operator, int a, Node place) {
        What what = words.what(a);
        boolean fits = what == What.INTEGER || what == What.FLOAT && operator != DynamicOperator.BIT_NOT;
        if (!fits) {
            throw words.wrongOperand(operator.symbol(), place, a);
        }
        if (operator == DynamicOperator.PLUS) {
            return a;
        }
        return what == What.INTEGER
                ? words.ofInteger(integer(operator, words.integer(a)), place)
                : words.ofFloat(number(operator, words.number(a)), place);
    }

    private static int integer(DynamicOperator operator, int a) {
        return switch (operator) {
            case NEGATE -> -a;
            case BIT_NOT -> ~a;
            case INCREMENT -> a + 1;
            case DECREMENT -> a - 1;
            default -> throw new IllegalStateException("not of one operand: " + operator);
        };
    }

    private static float number(DynamicOperator operator, float a) {
        return switch (operator) {
            case NEGATE -> -a;
            case INCREMENT -> a + 1;
            case DECREMENT -> a - 1;
            default -> throw new IllegalStateException("not on a float: " + operator);
        };
    }

    @TruffleBoundary
    boolean equal(int a, int b, Node place) {
        What x = words.what(a);
        What y = words.what(b);
        if (x == What.INTEGER && y == What.INTEGER) {
            return words.integer(a) == words.integer(b);
        }
        if (words.isNumber(a) && words.isNumber(b)) {
            return exact(a, x) == exact(b, y);
        }
        return x == What.STRING && y == What.STRING
                ? machine.strings().equal(a - Word.TAG_POINTER, b - Word.TAG_POINTER, place)
                : a == b;
    }

    /** Every number is a binary64. */
    private double exact(int word, What what) {
        return what == What.INTEGER ? words.integer(word) : words.number(word);
    }

    @TruffleBoundary
    boolean compare(DynamicOperator operator, int a, int b, Node place) {
        What x = words.what(a);
        What y = words.what(b);
        if (x == What.STRING && y == What.STRING) {
            int order = machine.strings().compare(a - Word.TAG_POINTER, b - Word.TAG_POINTER, place);
            return compare(operator, order, 0);
        }
        if (x == What.INTEGER && y == What.INTEGER) {
            return compare(operator, words.integer(a), words.integer(b));
        }
        if (!words.isNumber(a) || !words.isNumber(b)) {
            throw words.wrongOperand(operator.symbol(), place, a, b);
        }
        float left = words.number(a);
        float right = words.number(b);
        return switch (operator) {
            case LESS -> left < right;
            case LESS_EQUAL -> left <= right;
            case GREATER -> left > right;
            case GREATER_EQUAL -> left >= right;
            default -> throw new IllegalStateException("no comparison: " + operator);
        };
    }

    private static boolean compare(DynamicOperator operator, int left, int right) {
        return switch (operator) {
            case LESS -> left < right;
            case LESS_EQUAL -> left <= right;
            case GREATER -> left > right;
            case GREATER_EQUAL -> left >= right;
            default -> throw new IllegalStateException("no comparison: " + operator);
        };
    }
}
