package org.bluescript.cli.interchange;

import java.util.List;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ObjectLayout.Kind;

/**
 * A class of fixed-size objects for the test.
 *
 * @param fields what each word behind the header is: {@code r} a reference, {@code t} a word of type {@code any}, {@code i}
 *     an integer; their number is odd
 */
record TestClass(Kind kind, String fields) {
    /** Sizes from 8 bytes to beyond the greatest bin, leaves and others, bitmaps in the record and outside. */
    static final List<TestClass> ALL = List.of(
            new TestClass(Kind.OBJECT, "i"),
            new TestClass(Kind.OBJECT, "r"),
            new TestClass(Kind.OBJECT, "rri"),
            new TestClass(Kind.OBJECT, "iii"),
            new TestClass(Kind.CLOSURE, "irt"),
            new TestClass(Kind.OBJECT, "tirti"),
            new TestClass(Kind.OBJECT, "riiiiit"),
            new TestClass(Kind.OBJECT, "iiiiiriiiiiiitr"),
            new TestClass(Kind.OBJECT, "tiiiiiiiiiiiiiiir"),
            new TestClass(Kind.LARGE, "riiiiiiiiiiiiiiiiiiiiiiiiiiiiitirtiiiit"),
            new TestClass(Kind.LARGE, "iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiir"),
            new TestClass(Kind.LARGE_CLOSURE, "iriiiiiiiiiiiiiiiiiiiiiiiiiiiiitr"));

    /** Bytes that a record with its bitmaps is given. */
    static final int RECORD_BYTES = 48;

    TestClass {
        if (fields.length() % 2 == 0 || fields.length() > 64 || isLarge(kind) != fields.length() > 32) {
            throw new IllegalArgumentException(kind + " of " + fields.length() + " words");
        }
    }

    private static boolean isLarge(Kind kind) {
        return kind == Kind.LARGE || kind == Kind.LARGE_CLOSURE;
    }

    int size() {
        return 4 + 4 * fields.length();
    }

    /** Writes the record, and behind it the bitmaps of a large class. */
    void write(DataMemory memory, int address) {
        memory.word(address, kind.ordinal() | size() << 16);
        memory.word(address + ObjectLayout.CLASS_ID_OFFSET, 0);
        memory.word(address + ObjectLayout.CLASS_NAME_OFFSET, 0);
        int bitmaps = address + 24;
        memory.word(address + ObjectLayout.CLASS_REFERENCES_OFFSET, isLarge(kind) ? bitmaps : bits('r', 0));
        memory.word(address + ObjectLayout.CLASS_TAGGED_OFFSET, isLarge(kind) ? bitmaps + 8 : bits('t', 0));
        for (int i = 0; i < 2; i++) {
            memory.word(bitmaps + 4 * i, bits('r', i));
            memory.word(bitmaps + 8 + 4 * i, bits('t', i));
        }
    }

    private int bits(char kind, int word) {
        int bits = 0;
        for (int i = 32 * word; i < Math.min(fields.length(), 32 * word + 32); i++) {
            bits |= fields.charAt(i) == kind ? 1 << i : 0;
        }
        return bits;
    }
}
