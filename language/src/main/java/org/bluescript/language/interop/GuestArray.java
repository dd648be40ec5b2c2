package org.bluescript.language.interop;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.InvalidArrayIndexException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.interop.UnsupportedTypeException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import org.bluescript.language.shadow.Elements;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ObjectLayout.Element;
import org.bluescript.language.shadow.ObjectLayout.Kind;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** An array or byte array. Elements can be read and written, none added: only the program knows which arrays grow. */
@ExportLibrary(InteropLibrary.class)
final class GuestArray extends HeapReference {
    private static final Element[] ELEMENTS = Element.values();

    private final Type type;
    private final Element element;
    private final boolean isVector;

    /** @param type the static type of where the array was found */
    GuestArray(LoadedProgram program, int address, Type type) {
        super(program, address);
        int record = machine().word(machine().word(address));
        this.type = type;
        this.element = ELEMENTS[record >>> 8 & 0xff];
        this.isVector = (record & 0xff) == Kind.VECTOR.ordinal();
    }

    Type type() {
        return type;
    }

    @ExportMessage
    boolean hasArrayElements() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    long getArraySize() {
        return machine().word(address() + ObjectLayout.LENGTH_OFFSET);
    }

    @ExportMessage(name = "isArrayElementReadable")
    @ExportMessage(name = "isArrayElementModifiable")
    boolean isElement(long index) {
        return index >= 0 && index < getArraySize();
    }

    @ExportMessage
    boolean isArrayElementInsertable(@SuppressWarnings("unused") long index) {
        return false;
    }

    @ExportMessage
    @TruffleBoundary
    Object readArrayElement(long index) throws InvalidArrayIndexException {
        int place = place(index);
        return element.isTyped() && elementType() == PrimitiveType.INTEGER
                ? (Object) Elements.bits(machine().memory(), element, place)
                : program().values().show(elementType(), place, machine());
    }

    @ExportMessage
    @TruffleBoundary
    void writeArrayElement(long index, Object value)
            throws InvalidArrayIndexException, UnsupportedTypeException, UnsupportedMessageException {
        int place = place(index);
        if (element.isTyped() && elementType() == PrimitiveType.INTEGER) {
            int bits = (int) program().values().accept(PrimitiveType.INTEGER, value);
            Elements.store(machine().memory(), element, place, bits);
        } else {
            program().values().store(elementType(), place, value);
        }
    }

    @ExportMessage
    boolean hasMetaObject() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    Object getMetaObject() {
        return new GuestType(type, program());
    }

    private Type elementType() {
        return switch (element) {
            case INTEGER, UINT8, INT8, INT16, UINT16, INT32 -> PrimitiveType.INTEGER;
            case FLOAT, FLOAT32 -> PrimitiveType.FLOAT;
            case BOOLEAN -> PrimitiveType.BOOLEAN;
            case REFERENCE -> ((ArrayType) type).element();
            case TAGGED -> PrimitiveType.ANY;
            case NONE -> throw new IllegalStateException("array of " + element);
        };
    }

    private int place(long index) throws InvalidArrayIndexException {
        if (!isElement(index)) {
            throw InvalidArrayIndexException.create(index);
        }
        int elements = isVector
                ? machine().word(address() + ObjectLayout.VECTOR_ELEMENTS_OFFSET)
                : address() + ObjectLayout.ARRAY_ELEMENTS_OFFSET;
        return elements + (int) index * element.size();
    }
}
