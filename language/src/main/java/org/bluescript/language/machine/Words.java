package org.bluescript.language.machine;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.Node;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ObjectLayout.Kind;
import org.bluescript.language.shadow.ObjectLayout.TypeTest;
import org.bluescript.language.shadow.Word;
import org.bluescript.language.text.FloatText;

/**
 * Values of type {@code any}: into words, out of them, and what they are; the twin of the device's {@code any_value.c},
 * {@code any_convert.c} and {@code any_error.c}, box for box.
 */
public final class Words {
    private static final Kind[] KINDS = Kind.values();
    private static final TypeTest[] TESTS = TypeTest.values();
    private static final int SHIFT = 3;

    /** What a word holds. */
    public enum What {
        INTEGER,
        FLOAT,
        BOOLEAN,
        NULL,
        STRING,
        ARRAY,
        FUNCTION,
        /** An instance of a class. */
        OBJECT
    }

    private final HostMachine machine;
    private final int integerBox;
    private final int floatBox;

    Words(HostMachine machine) {
        this.machine = machine;
        this.integerBox = machine.firmware().get("bs_class_box_integer").bits();
        this.floatBox = machine.firmware().get("bs_class_box_float").bits();
    }

    public int ofInteger(int value, Node place) {
        int word = value << SHIFT;
        return word >> SHIFT == value ? word : box(integerBox, value, place);
    }

    public int ofFloat(float value, Node place) {
        int bits = Float.floatToRawIntBits(value);
        int word = Integer.rotateLeft(bits, SHIFT) ^ 3;
        return Word.isFloat(word) ? word : ofOtherFloat(value, bits, place);
    }

    private int ofOtherFloat(float value, int bits, Node place) {
        if (Float.isNaN(value)) {
            return Word.NAN;
        }
        if (Float.isInfinite(value)) {
            return value > 0 ? Word.INFINITY : Word.NEGATIVE_INFINITY;
        }
        return box(floatBox, bits, place);
    }

    private int box(int record, int bits, Node place) {
        int box = machine.newObject(record, place);
        machine.memory().word(box + ObjectLayout.BOX_VALUE_OFFSET, bits);
        return box + Word.TAG_POINTER;
    }

    /** The integer; an error if it is none. */
    public int toInteger(int word, Node place) {
        return Word.isInteger(word) ? word >> SHIFT : toOtherInteger(word, place);
    }

    @TruffleBoundary
    private int toOtherInteger(int word, Node place) {
        if (what(word) != What.INTEGER) {
            throw expected(word, "integer", place);
        }
        return integer(word);
    }

    /** The float, or the integer rounded to one; an error if it is neither. */
    public float toFloat(int word, Node place) {
        return Word.isFloat(word) ? Word.toFloat(word) : toOtherFloat(word, place);
    }

    @TruffleBoundary
    private float toOtherFloat(int word, Node place) {
        if (!isNumber(word)) {
            throw expected(word, "float", place);
        }
        return number(word);
    }

    public boolean toBoolean(int word, Node place) {
        if (word != Word.TRUE && word != Word.FALSE) {
            throw expected(word, "boolean", place);
        }
        return word == Word.TRUE;
    }

    /** As {@code typeof} names it: an index into {@code number string boolean undefined object function}. */
    @TruffleBoundary
    public int type(int word) {
        return switch (what(word)) {
            case INTEGER, FLOAT -> 0;
            case STRING -> 1;
            case BOOLEAN -> 2;
            case NULL -> 3;
            case ARRAY, OBJECT -> 4;
            case FUNCTION -> 5;
        };
    }

    @TruffleBoundary
    public boolean truth(int word) {
        return switch (what(word)) {
            case INTEGER -> integer(word) != 0;
            case FLOAT -> number(word) < 0 || number(word) > 0;
            case BOOLEAN -> word == Word.TRUE;
            case NULL -> false;
            case STRING -> machine.word(word - Word.TAG_POINTER + ObjectLayout.LENGTH_OFFSET) != 0;
            case ARRAY, FUNCTION, OBJECT -> true;
        };
    }

    /** The text as a string; of a string itself. */
    @TruffleBoundary
    public int toText(int word, Node place) {
        return switch (what(word)) {
            case INTEGER -> machine.strings().of(Integer.toString(integer(word)), place);
            case FLOAT -> machine.strings().of(FloatText.of(number(word)), place);
            case BOOLEAN -> machine.strings().of(word == Word.TRUE);
            case NULL -> machine.texts().toString(0, place);
            case STRING, ARRAY, FUNCTION, OBJECT -> machine.texts().toString(word - Word.TAG_POINTER, place);
        };
    }

    public What what(int word) {
        if (Word.isInteger(word)) {
            return What.INTEGER;
        }
        if (Word.isFloat(word)) {
            return What.FLOAT;
        }
        return switch (word) {
            case Word.NULL -> What.NULL;
            case Word.FALSE, Word.TRUE -> What.BOOLEAN;
            case Word.NAN, Word.INFINITY, Word.NEGATIVE_INFINITY -> What.FLOAT;
            default -> whatObject(machine.word(word - Word.TAG_POINTER));
        };
    }

    private What whatObject(int record) {
        if (record == integerBox) {
            return What.INTEGER;
        }
        if (record == floatBox) {
            return What.FLOAT;
        }
        return switch (kind(record)) {
            case STRING -> What.STRING;
            case ARRAY, VECTOR -> What.ARRAY;
            case CLOSURE, LARGE_CLOSURE -> What.FUNCTION;
            case OBJECT, LARGE -> What.OBJECT;
        };
    }

    Kind kind(int record) {
        return KINDS[machine.word(record) & 0xff];
    }

    public boolean isNumber(int word) {
        What what = what(word);
        return what == What.INTEGER || what == What.FLOAT;
    }

    /** Of a word that holds an integer. */
    public int integer(int word) {
        return Word.isInteger(word)
                ? word >> SHIFT
                : machine.word(word - Word.TAG_POINTER + ObjectLayout.BOX_VALUE_OFFSET);
    }

    /** Of a word that holds a number; an integer is rounded. */
    public float number(int word) {
        if (Word.isFloat(word)) {
            return Word.toFloat(word);
        }
        return switch (word) {
            case Word.NAN -> Float.NaN;
            case Word.INFINITY -> Float.POSITIVE_INFINITY;
            case Word.NEGATIVE_INFINITY -> Float.NEGATIVE_INFINITY;
            default -> what(word) == What.INTEGER
                    ? integer(word)
                    : Float.intBitsToFloat(machine.word(word - Word.TAG_POINTER + ObjectLayout.BOX_VALUE_OFFSET));
        };
    }

    /** Whether the word holds an instance of a class that is numbered from {@code first} to {@code last}. */
    @TruffleBoundary
    public boolean isInstance(int word, int first, int last) {
        if (what(word) != What.OBJECT) {
            return false;
        }
        int id = id(machine.word(word - Word.TAG_POINTER));
        return Integer.compareUnsigned(id - first, last - first) <= 0;
    }

    private int id(int record) {
        return machine.word(record + ObjectLayout.CLASS_ID_OFFSET) & 0xffff;
    }

    /** The address of the object, or 0, if one of the tests at {@code tests} is met; an error if none is. */
    public int toReference(int word, int tests, Node place) {
        return require(word, tests, place) - Word.TAG_POINTER;
    }

    /** The word, an integer as a float where only that is wanted, if one of the tests at {@code tests} is met; an error if none is. */
    @TruffleBoundary
    public int require(int word, int tests, Node place) {
        int count = machine.word(tests + ObjectLayout.TESTS_COUNT_OFFSET);
        for (int i = 0; i < count; i++) {
            int test = tests + ObjectLayout.TESTS_OFFSET + i * ObjectLayout.TEST_SIZE;
            TypeTest wanted = TESTS[machine.word(test)];
            if (isMet(word, wanted, machine.word(test + ObjectLayout.TEST_VALUE_OFFSET))) {
                return wanted == TypeTest.NUMBER ? ofFloat(toFloat(word, place), place) : word;
            }
        }
        throw expected(word, machine.strings().text(machine.word(tests)), place);
    }

    /** Whether one of the tests at {@code tests} is met. */
    @TruffleBoundary
    public boolean isOfType(int word, int tests) {
        int count = machine.word(tests + ObjectLayout.TESTS_COUNT_OFFSET);
        for (int i = 0; i < count; i++) {
            int test = tests + ObjectLayout.TESTS_OFFSET + i * ObjectLayout.TEST_SIZE;
            if (isMet(word, TESTS[machine.word(test)], machine.word(test + ObjectLayout.TEST_VALUE_OFFSET))) {
                return true;
            }
        }
        return false;
    }

    @TruffleBoundary
    public boolean isFunction(int word) {
        return what(word) == What.FUNCTION;
    }

    private boolean isMet(int word, TypeTest test, int value) {
        What what = what(word);
        return switch (test) {
            case INTEGER -> what == What.INTEGER;
            case NUMBER -> what == What.INTEGER || what == What.FLOAT;
            case BOOLEAN -> what == What.BOOLEAN;
            case NULL -> what == What.NULL;
            case EXACTLY -> what.compareTo(What.STRING) >= 0 && machine.word(word - Word.TAG_POINTER) == value;
            case INSTANCE -> isInstance(word, value & 0xffff, value >>> 16);
            case ARRAY -> isArray(word);
            case SIGNATURE -> what == What.FUNCTION && id(machine.word(word - Word.TAG_POINTER)) == value;
        };
    }

    private boolean isTyped(int word) {
        return isTypedRecord(machine.word(word - Word.TAG_POINTER));
    }

    private boolean isTypedRecord(int record) {
        return ObjectLayout.Element.values()[machine.word(record) >>> 8 & 0xff].isTyped();
    }

    /** Whether objects with this class record are arrays that can be seen as an {@code any[]}: typed arrays cannot. */
    @TruffleBoundary
    public boolean isView(int record) {
        Kind kind = kind(record);
        return (kind == Kind.ARRAY || kind == Kind.VECTOR) && !isTypedRecord(record);
    }

    /** Whether the word holds an array that can be seen as an {@code any[]}. */
    @TruffleBoundary
    public boolean isArray(int word) {
        return what(word) == What.ARRAY && !isTyped(word);
    }

    /** How many arguments a function takes at most; an error if the word is none. */
    @TruffleBoundary
    public int parameterCount(int word, Node place) {
        if (what(word) != What.FUNCTION) {
            throw notCallable(word, place);
        }
        return machine.word(machine.word(word - Word.TAG_POINTER)) >>> 8 & 0xff;
    }

    /** What errors call the type of a value. */
    String nameOf(int word) {
        return switch (what(word)) {
            case INTEGER -> "integer";
            case FLOAT -> "float";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case STRING -> "string";
            case FUNCTION -> "function";
            case ARRAY, OBJECT -> name(machine.word(word - Word.TAG_POINTER));
        };
    }

    private String name(int record) {
        return machine.strings().text(machine.word(record + ObjectLayout.CLASS_NAME_OFFSET));
    }

    @TruffleBoundary
    public ProgramFailure expected(int word, String type, Node place) {
        return failure("wrong type: expected " + type + ", got " + nameOf(word), place);
    }

    /** {@code %} in the problem stands for what the word holds. */
    @TruffleBoundary
    ProgramFailure problem(String problem, int word, Node place) {
        return failure("wrong type: " + problem.replaceFirst("%", java.util.regex.Matcher.quoteReplacement(nameOf(word))), place);
    }

    @TruffleBoundary
    public ProgramFailure wrongOperand(String operator, Node place, int... words) {
        StringBuilder text = new StringBuilder("wrong type: operator \"").append(operator).append("\" on ");
        text.append(nameOf(words[0]));
        for (int i = 1; i < words.length; i++) {
            text.append(" and ").append(nameOf(words[i]));
        }
        return failure(text.toString(), place);
    }

    /** An error of kind TYPE with a text of its own. */
    public ProgramFailure failure(String text, Node place) {
        int string = machine.strings().of(text, place);
        return ProgramFailure.of(RunTimeErrorKind.TYPE, string, text, place);
    }

    /** The error of asking a value for a member that it does not have. */
    @TruffleBoundary
    public ProgramFailure noMember(int word, String name, Node place) {
        return word == Word.NULL
                ? ProgramFailure.of(RunTimeErrorKind.NULL, place)
                : failure("unknown property or method: " + nameOf(word) + " has no \"" + name + "\"", place);
    }

    /** The error of calling a value that is no function. */
    @TruffleBoundary
    public ProgramFailure notCallable(int word, Node place) {
        return word == Word.NULL ? ProgramFailure.of(RunTimeErrorKind.NULL, place) : expected(word, "function", place);
    }

    /** The error of calling a function with another number of arguments than it takes; {@code most} is -1 for any number. */
    @TruffleBoundary
    public ProgramFailure wrongCount(int least, int most, int given, Node place) {
        String expected = most < 0 ? "at least " + least : least == most ? "" + most : least + " to " + most;
        return failure("wrong argument count: expected " + expected + ", got " + given, place);
    }
}
