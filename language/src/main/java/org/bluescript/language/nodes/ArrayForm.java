package org.bluescript.language.nodes;

import com.oracle.truffle.api.CompilerAsserts;
import org.bluescript.language.layout.ArrayClasses;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.Elements;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ObjectLayout.Element;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.Type;

/**
 * Where the elements of an array type lie.
 *
 * @param growable whether they are in a buffer of their own
 */
public record ArrayForm(boolean growable, Element element) {
    /** Of an array or typed array type. */
    public static ArrayForm of(TypedProgram program, Type type) {
        return new ArrayForm(ArrayClasses.isGrowable(program, type), ArrayClasses.element(type));
    }

    /** The address of an element; nothing is checked. */
    int address(DataMemory memory, int array, int index) {
        int elements = growable
                ? memory.word(array + ObjectLayout.VECTOR_ELEMENTS_OFFSET)
                : array + ObjectLayout.ARRAY_ELEMENTS_OFFSET;
        return elements + index * element.size();
    }

    int readInteger(DataMemory memory, int address) {
        CompilerAsserts.partialEvaluationConstant(element);
        return Elements.bits(memory, element, address);
    }

    /** Wraps to the element's width. */
    void writeInteger(DataMemory memory, int address, int value) {
        CompilerAsserts.partialEvaluationConstant(element);
        Elements.store(memory, element, address, value);
    }
}
