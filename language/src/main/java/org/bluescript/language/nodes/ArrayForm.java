package org.bluescript.language.nodes;

import org.bluescript.language.layout.ArrayClasses;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.Type;

/**
 * Where the elements of an array type lie.
 *
 * @param growable whether they are in a buffer of their own
 * @param elementSize bytes: 1 or 4
 */
public record ArrayForm(boolean growable, int elementSize) {
    /** Of an array or byte array type. */
    public static ArrayForm of(TypedProgram program, Type type) {
        return new ArrayForm(ArrayClasses.isGrowable(program, type), ArrayClasses.element(type).size());
    }

    /** The address of an element; nothing is checked. */
    int address(DataMemory memory, int array, int index) {
        int elements = growable
                ? memory.word(array + ObjectLayout.VECTOR_ELEMENTS_OFFSET)
                : array + ObjectLayout.ARRAY_ELEMENTS_OFFSET;
        return elements + index * elementSize;
    }

    int readInteger(DataMemory memory, int address) {
        return elementSize == 1 ? memory.byteAt(address) : memory.word(address);
    }

    /** Wraps to the element's width. */
    void writeInteger(DataMemory memory, int address, int value) {
        if (elementSize == 1) {
            memory.byteAt(address, value);
        } else {
            memory.word(address, value);
        }
    }
}
