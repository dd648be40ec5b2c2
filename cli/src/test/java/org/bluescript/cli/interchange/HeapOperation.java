package org.bluescript.cli.interchange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * One operation on the heap, as {@code heap_runner.c} describes them.
 *
 * @param a the number of a root
 * @param b of 16 bits; of {@link Code#STORE}, an offset, with {@link #ELEMENTS} one into a growable array's elements
 */
record HeapOperation(Code code, Value value, int a, int b, int c) {
    static final int ELEMENTS = 0x8000;
    static final int BYTES = 8;

    enum Code {
        OBJECT, CELL, ARRAY, STRING, COPY, PUSH, SHIFT, UNSHIFT, STORE, LOAD, DROP, COLLECT
    }

    /** What {@code c} stands for where a value is written. */
    enum Value {
        WORD, BYTE, REFERENCE, TAGGED
    }

    static HeapOperation of(Code code, int a, int b, int c) {
        return new HeapOperation(code, Value.WORD, a, b, c);
    }

    static byte[] encode(List<HeapOperation> operations) {
        ByteBuffer bytes = ByteBuffer.allocate(operations.size() * BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (HeapOperation operation : operations) {
            bytes.put((byte) (operation.code.ordinal() + 1 | operation.value.ordinal() << 4)).put((byte) operation.a);
            bytes.putShort((short) operation.b).putInt(operation.c);
        }
        return bytes.array();
    }
}
