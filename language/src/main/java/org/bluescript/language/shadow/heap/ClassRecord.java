package org.bluescript.language.shadow.heap;

import java.util.function.IntUnaryOperator;
import org.bluescript.language.shadow.HeapLayout;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ObjectLayout.Element;
import org.bluescript.language.shadow.ObjectLayout.Kind;

/** What a class record says about its instances' memory, read once. */
public final class ClassRecord {
    private static final Kind[] KINDS = Kind.values();
    private static final Element[] ELEMENTS = Element.values();

    final int address;
    final Kind kind;
    final Element element;
    /** Bytes of an instance, 0 if they depend on its length. */
    final int size;
    /** Offsets in an instance of the words that hold the address of an object, or 0. */
    final int[] references;
    /** Offsets in an instance of the words of type {@code any}. */
    final int[] tagged;

    private ClassRecord(int address, Kind kind, Element element, int size, int[] references, int[] tagged) {
        this.address = address;
        this.kind = kind;
        this.element = element;
        this.size = size;
        this.references = references;
        this.tagged = tagged;
    }

    /** Reads the record at {@code address}; {@code words} gives the word at an address. */
    static ClassRecord read(int address, IntUnaryOperator words) {
        int first = words.applyAsInt(address);
        int kind = first & 0xff;
        int written = first >>> 8 & 0xff;
        boolean hasElements = kind == Kind.ARRAY.ordinal() || kind == Kind.VECTOR.ordinal();
        int element = hasElements ? written : Element.NONE.ordinal();
        if (kind >= KINDS.length || element >= ELEMENTS.length) {
            throw new IllegalArgumentException("no class record at 0x%08x: kind %d, element %d".formatted(address, kind, element));
        }
        int size = first >>> 16;
        int references = words.applyAsInt(address + ObjectLayout.CLASS_REFERENCES_OFFSET);
        int tagged = words.applyAsInt(address + ObjectLayout.CLASS_TAGGED_OFFSET);
        return new ClassRecord(address, KINDS[kind], ELEMENTS[element], size,
                offsets(KINDS[kind], references, size, words), offsets(KINDS[kind], tagged, size, words));
    }

    /** Of the words whose bits are set in a record's bitmap, which is in the record or, of large objects, where it says. */
    private static int[] offsets(Kind kind, int bitmap, int size, IntUnaryOperator words) {
        return switch (kind) {
            case OBJECT, CLOSURE -> offsets(ObjectLayout.BITMAP_WORDS, i -> bitmap);
            case LARGE, LARGE_CLOSURE -> offsets(size / 4 - 1, i -> words.applyAsInt(bitmap + i * 4));
            case STRING, ARRAY, VECTOR -> new int[0];
        };
    }

    private static int[] offsets(int count, IntUnaryOperator bitmap) {
        int[] result = new int[count];
        int found = 0;
        for (int i = 0; i < count; i++) {
            if ((bitmap.applyAsInt(i / 32) >>> i % 32 & 1) != 0) {
                result[found++] = ObjectLayout.HEADER + 4 * i;
            }
        }
        return java.util.Arrays.copyOf(result, found);
    }

    public Kind kind() {
        return kind;
    }

    public Element element() {
        return element;
    }

    /** Whether no instance holds a reference. */
    boolean isLeaf() {
        return switch (kind) {
            case STRING -> true;
            case OBJECT, CLOSURE, LARGE, LARGE_CLOSURE -> references.length == 0 && tagged.length == 0;
            case ARRAY -> element != Element.REFERENCE && element != Element.TAGGED;
            case VECTOR -> false;
        };
    }

    /** Bytes of an instance; {@code length} counts only where instances have one. */
    public int instanceSize(int length) {
        if (size != 0) {
            return size;
        }
        return switch (kind) {
            case ARRAY -> arraySize(length);
            case STRING -> HeapLayout.stringSize(length);
            case OBJECT, LARGE, VECTOR, CLOSURE, LARGE_CLOSURE -> ObjectLayout.VECTOR_SIZE;
        };
    }

    int elementSize() {
        return element.size();
    }

    /** Bytes of an inline array of this class's elements. */
    int arraySize(int length) {
        return ObjectLayout.occupied(ObjectLayout.ARRAY_ELEMENTS_OFFSET + length * elementSize());
    }
}
