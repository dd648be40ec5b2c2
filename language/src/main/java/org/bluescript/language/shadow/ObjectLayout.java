package org.bluescript.language.shadow;

/**
 * The layout of objects in data memory: the twin of the device's {@code bs_object.h}, where it is described. All offsets and
 * sizes are in bytes.
 */
public final class ObjectLayout {
    /** Every object starts at a multiple of this and occupies a multiple of it. */
    public static final int ALIGNMENT = 8;

    /** The word that holds the address of the class record. */
    public static final int HEADER = 4;

    public static final int LENGTH_OFFSET = 4;
    public static final int STRING_BYTES_OFFSET = 8;
    public static final int ARRAY_ELEMENTS_OFFSET = 8;
    public static final int VECTOR_ELEMENTS_OFFSET = 8;
    public static final int VECTOR_CAPACITY_OFFSET = 12;
    public static final int VECTOR_SIZE = 16;
    public static final int CLOSURE_CODE_OFFSET = 4;
    public static final int CLOSURE_CAPTURES_OFFSET = 8;
    public static final int CELL_VALUE_OFFSET = 4;
    public static final int CELL_SIZE = 8;
    public static final int BOX_VALUE_OFFSET = 4;
    public static final int BOX_SIZE = 8;

    public static final int ERROR_NAME_OFFSET = 4;
    public static final int ERROR_MESSAGE_OFFSET = 8;
    public static final int ERROR_ORIGIN_OFFSET = 12;
    public static final int ERROR_SIZE = 16;

    public static final int CLASS_KIND_OFFSET = 0;
    public static final int CLASS_ELEMENT_OFFSET = 1;
    public static final int CLASS_SIZE_OFFSET = 2;
    public static final int CLASS_ID_OFFSET = 4;
    public static final int CLASS_LAST_ID_OFFSET = 6;
    public static final int CLASS_REFERENCES_OFFSET = 8;
    public static final int CLASS_TAGGED_OFFSET = 12;
    public static final int CLASS_NAME_OFFSET = 16;
    public static final int CLASS_METHODS_OFFSET = 20;

    /** In the tests for a type: its text, how many there are, then of each what it is and a value. */
    public static final int TESTS_COUNT_OFFSET = 4;
    public static final int TESTS_OFFSET = 8;
    public static final int TEST_VALUE_OFFSET = 4;
    public static final int TEST_SIZE = 8;

    /** Words after the header that the bitmaps in a class record itself cover. */
    public static final int BITMAP_WORDS = 32;

    /** What stands in the place of the element in the records of {@code Error} and its subclasses. */
    public static final int ERROR_CLASS = 255;

    /** What stands in the place of the element in the records of functions that take as many arguments, or more. */
    public static final int MOST_PARAMETERS = 15;

    private ObjectLayout() {}

    /** What the records of functions say that take at most so many arguments. */
    public static int parameterCount(int most) {
        return Math.min(most, MOST_PARAMETERS);
    }

    /** The size of an object of {@code bytes} bytes, rounded up to what it occupies. */
    public static int occupied(int bytes) {
        return (bytes + ALIGNMENT - 1) & -ALIGNMENT;
    }

    /** How the collector and the printer treat an instance ({@code enum bs_kind}). */
    public enum Kind {
        OBJECT,
        LARGE,
        STRING,
        ARRAY,
        VECTOR,
        CLOSURE,
        LARGE_CLOSURE;

        public boolean isClosure() {
            return this == CLOSURE || this == LARGE_CLOSURE;
        }
    }

    /** How a word shows that it holds a value of a type ({@code enum bs_type_test}). */
    public enum TypeTest {
        NULL,
        EXACTLY,
        INSTANCE,
        ARRAY,
        SIGNATURE,
        INTEGER,
        NUMBER,
        BOOLEAN
    }

    /** What one element of an array is ({@code enum bs_element}). */
    public enum Element {
        NONE,
        INTEGER,
        FLOAT,
        BOOLEAN,
        UINT8,
        INT8,
        INT16,
        UINT16,
        INT32,
        FLOAT32,
        REFERENCE,
        TAGGED;

        /** Whether arrays of such elements are typed arrays: of fixed length, and never seen as any[]. */
        public boolean isTyped() {
            return switch (this) {
                case UINT8, INT8, INT16, UINT16, INT32, FLOAT32 -> true;
                case NONE, INTEGER, FLOAT, BOOLEAN, REFERENCE, TAGGED -> false;
            };
        }

        /** Bytes of one element. */
        public int size() {
            return switch (this) {
                case NONE -> 0;
                case BOOLEAN, UINT8, INT8 -> 1;
                case INT16, UINT16 -> 2;
                case INTEGER, FLOAT, REFERENCE, TAGGED, INT32, FLOAT32 -> 4;
            };
        }
    }
}
