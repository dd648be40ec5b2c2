package org.bluescript.language.shadow.heap;

import java.util.Map;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.DataMemory;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ObjectLayout.Element;
import org.bluescript.language.shadow.ObjectLayout.Kind;

/**
 * Arrays in a {@link Heap}, inline ones and growable ones, whose elements are those of an inline one: the twin of
 * {@code array.c}. What is said there of collections and failures holds for these operations as well.
 */
public final class HeapArrays {
    private final Heap heap;
    private final DataMemory memory;
    private final ClassRecords classes;
    /** By element, the class of the inline arrays that hold growable arrays' elements. */
    private final int[] elementClasses = new int[Element.values().length];

    HeapArrays(Heap heap, DataMemory memory, ClassRecords classes, BuiltInClasses builtIn) {
        this.heap = heap;
        this.memory = memory;
        this.classes = classes;
        for (Map.Entry<Element, Address> array : builtIn.arrays().entrySet()) {
            elementClasses[array.getKey().ordinal()] = array.getValue().bits();
        }
    }

    /** An array of {@code length} zero elements; the class says of which kind and whether it may grow. */
    public int create(int classAddress, int length) {
        if (length < 0) {
            throw HeapFailure.badLength(length);
        }
        ClassRecord record = classes.at(classAddress);
        if (record.kind == Kind.ARRAY) {
            return takeZeroedArray(record, length);
        }
        int elements = length == 0 ? 0 : takeZeroedArray(elementsOf(record), length);
        return takeVector(classAddress, elements, length);
    }

    /** An array of the same class and elements. */
    public int copy(int array) {
        heap.argument = array;
        try {
            ClassRecord record = classes.at(memory.word(array));
            int length = memory.word(array + ObjectLayout.LENGTH_OFFSET);
            int bytes = length * record.elementSize();
            if (record.kind == Kind.ARRAY) {
                int copy = takeArray(record, length);
                memory.move(array + ObjectLayout.ARRAY_ELEMENTS_OFFSET, copy + ObjectLayout.ARRAY_ELEMENTS_OFFSET, bytes);
                return copy;
            }
            int elements = 0;
            if (length != 0) {
                elements = takeArray(elementsOf(record), length);
                memory.move(elements(array), elements + ObjectLayout.ARRAY_ELEMENTS_OFFSET, bytes);
            }
            return takeVector(record.address, elements, length);
        } finally {
            heap.argument = 0;
        }
    }

    /**
     * Makes room for at least one more element of a growable array: for half as many again, or if the heap has none left for
     * that, for a few. Returns the address of the first element, which may have moved.
     */
    public int grow(int vector) {
        int capacity = memory.word(vector + ObjectLayout.VECTOR_CAPACITY_OFFSET);
        if (Integer.compareUnsigned(memory.word(vector + ObjectLayout.LENGTH_OFFSET), capacity) < 0) {
            return elements(vector);
        }
        heap.argument = vector;
        try {
            ClassRecord record = elementsOf(classes.at(memory.word(vector)));
            int newCapacity = roundCapacity(record, capacity + capacity / 2 + 4);
            int array = allocateArray(record, newCapacity);
            if (array == 0) {
                newCapacity = roundCapacity(record, capacity + 1);
                array = takeArray(record, newCapacity);
            }
            int elements = array + ObjectLayout.ARRAY_ELEMENTS_OFFSET;
            int used = capacity * record.elementSize();
            if (used != 0) {
                memory.move(elements(vector), elements, used);
            }
            memory.clear(elements + used, newCapacity * record.elementSize() - used);
            memory.word(vector + ObjectLayout.VECTOR_ELEMENTS_OFFSET, elements);
            memory.word(vector + ObjectLayout.VECTOR_CAPACITY_OFFSET, newCapacity);
            return elements;
        } finally {
            heap.argument = 0;
        }
    }

    /** Removes the first element of a growable array that has one. */
    public void shift(int vector) {
        int elementSize = classes.at(memory.word(vector)).elementSize();
        int length = memory.word(vector + ObjectLayout.LENGTH_OFFSET);
        int elements = elements(vector);
        int rest = (length - 1) * elementSize;
        memory.move(elements + elementSize, elements, rest);
        memory.clear(elements + rest, elementSize);
        memory.word(vector + ObjectLayout.LENGTH_OFFSET, length - 1);
    }

    /** Makes room before the first element of a growable array, which the caller then writes, and adds 1 to its length. */
    public void unshift(int vector) {
        int elements = grow(vector);
        int elementSize = classes.at(memory.word(vector)).elementSize();
        int length = memory.word(vector + ObjectLayout.LENGTH_OFFSET);
        memory.move(elements, elements + elementSize, length * elementSize);
        memory.word(vector + ObjectLayout.LENGTH_OFFSET, length + 1);
    }

    private int elements(int vector) {
        return memory.word(vector + ObjectLayout.VECTOR_ELEMENTS_OFFSET);
    }

    private ClassRecord elementsOf(ClassRecord vector) {
        return classes.at(elementClasses[vector.element.ordinal()]);
    }

    /** A capacity of at least {@code wanted} whose array fills its cell. */
    private static int roundCapacity(ClassRecord elements, int wanted) {
        return (elements.arraySize(wanted) - ObjectLayout.ARRAY_ELEMENTS_OFFSET) / elements.elementSize();
    }

    private int takeVector(int classAddress, int elements, int length) {
        heap.unfinished = elements;
        try {
            int vector = heap.take(ObjectLayout.VECTOR_SIZE);
            memory.word(vector + ObjectLayout.LENGTH_OFFSET, length);
            memory.word(vector + ObjectLayout.VECTOR_CAPACITY_OFFSET, length);
            memory.word(vector + ObjectLayout.VECTOR_ELEMENTS_OFFSET,
                    elements == 0 ? 0 : elements + ObjectLayout.ARRAY_ELEMENTS_OFFSET);
            memory.word(vector, classAddress);
            return vector;
        } finally {
            heap.unfinished = 0;
        }
    }

    /** All of the cell behind the length is 0. */
    private int takeZeroedArray(ClassRecord record, int length) {
        int array = takeArray(record, length);
        memory.clear(array + ObjectLayout.ARRAY_ELEMENTS_OFFSET, record.arraySize(length) - ObjectLayout.ARRAY_ELEMENTS_OFFSET);
        return array;
    }

    private int takeArray(ClassRecord record, int length) {
        int array = allocateArray(record, length);
        if (array == 0) {
            throw HeapFailure.noRoom(record.arraySize(length));
        }
        return array;
    }

    /** An inline array with undefined elements, the last word of its cell 0. Returns 0 if there is no room. */
    private int allocateArray(ClassRecord record, int length) {
        if (Integer.compareUnsigned(length, heap.size()) > 0) {
            return 0;
        }
        int bytes = record.arraySize(length);
        int array = heap.allocate(bytes);
        if (array == 0) {
            return 0;
        }
        if (length != 0) {
            memory.word(array + bytes - 4, 0);
        }
        memory.word(array + ObjectLayout.LENGTH_OFFSET, length);
        memory.word(array, record.address);
        return array;
    }
}
