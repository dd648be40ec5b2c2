package org.bluescript.language.interop;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.interop.UnsupportedTypeException;
import java.nio.charset.StandardCharsets;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.machine.Words;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.shadow.ObjectLayout.Element;
import org.bluescript.language.shadow.ObjectLayout.Kind;
import org.bluescript.language.shadow.Word;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.TypedArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.EnumType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.UnionType;

/** Between the forms in which a program holds values and the values of other languages. */
public final class GuestValues {
    private static final InteropLibrary INTEROP = InteropLibrary.getUncached();
    private static final Kind[] KINDS = Kind.values();

    private final LoadedProgram program;

    GuestValues(LoadedProgram program) {
        this.program = program;
    }

    /** A value as nodes box it. */
    @TruffleBoundary
    public Object show(Type type, Object boxed) {
        return switch (type.representation()) {
            case INTEGER, FLOAT, BOOLEAN -> boxed;
            case REFERENCE -> reference(type, (int) boxed);
            case WORD -> word((int) boxed);
            case NOTHING -> Nothing.NOTHING;
        };
    }

    /** A value as it lies in memory. */
    @TruffleBoundary
    public Object show(Type type, int address, HostMachine machine) {
        return switch (type.representation()) {
            case INTEGER -> machine.word(address);
            case FLOAT -> Float.intBitsToFloat(machine.word(address));
            case BOOLEAN -> machine.memory().byteAt(address) != 0;
            case REFERENCE -> reference(type, machine.word(address));
            case WORD -> word(machine.word(address));
            case NOTHING -> Nothing.NOTHING;
        };
    }

    private Object word(int word) {
        Words words = program.machine().words();
        return switch (words.what(word)) {
            case INTEGER -> words.integer(word);
            case FLOAT -> words.number(word);
            case BOOLEAN -> word == Word.TRUE;
            case NULL -> Nothing.NOTHING;
            case STRING, ARRAY, FUNCTION, OBJECT -> reference(PrimitiveType.ANY, word - Word.TAG_POINTER);
        };
    }

    /** The type of an array that was found as {@code any} or {@code any[]}; as anything else it is that. */
    private Type arrayType(Type found, int array) {
        boolean known = found != PrimitiveType.ANY && !found.equals(new ArrayType(PrimitiveType.ANY));
        if (known) {
            return found;
        }
        HostMachine machine = program.machine();
        int record = machine.word(array);
        return switch (Element.values()[machine.word(record) >>> 8 & 0xff]) {
            case INTEGER -> new ArrayType(PrimitiveType.INTEGER);
            case FLOAT -> new ArrayType(PrimitiveType.FLOAT);
            case BOOLEAN -> new ArrayType(PrimitiveType.BOOLEAN);
            case UINT8, INT8, INT16, UINT16, INT32, FLOAT32 -> TypedArrayType.valueOf(Element.values()[machine.word(record) >>> 8 & 0xff].name());
            case REFERENCE -> program.layout().typeOf(Address.of(record)).orElseThrow();
            case TAGGED, NONE -> new ArrayType(PrimitiveType.ANY);
        };
    }

    private Object reference(Type type, int object) {
        if (object == 0) {
            return Nothing.NOTHING;
        }
        HostMachine machine = program.machine();
        return switch (KINDS[machine.word(machine.word(object)) & 0xff]) {
            case STRING -> string(object);
            case ARRAY, VECTOR -> new GuestArray(program, object, arrayType(NullableType.without(type), object));
            case CLOSURE, LARGE_CLOSURE -> new GuestFunction(program, object);
            case OBJECT, LARGE ->
                program.classOf(object).<Object>map(c -> new GuestObject(program, object, c)).orElse(Nothing.NOTHING);
        };
    }

    /** The text of a string that is not null; bytes that are no UTF-8 are shown as U+FFFD. */
    String string(int string) {
        HostMachine machine = program.machine();
        int length = machine.word(string + ObjectLayout.LENGTH_OFFSET);
        return new String(machine.bytes(string + ObjectLayout.STRING_BYTES_OFFSET, length), StandardCharsets.UTF_8);
    }

    /**
     * Boxes a foreign value as nodes expect a value of a static type. A string is made anew; the caller makes it a root.
     *
     * @throws UnsupportedTypeException if an assignment to a variable of this type would be refused
     */
    @TruffleBoundary
    public Object accept(Type type, Object value) throws UnsupportedTypeException {
        try {
            return switch (type) {
                case PrimitiveType p -> acceptPrimitive(p, value);
                case EnumType e -> INTEROP.asInt(value);
                case NullableType n -> INTEROP.isNull(value) ? (Object) 0 : accept(n.of(), value);
                case ClassType c -> acceptObject(c, value);
                case ArrayType a -> acceptArray(a, value);
                case TypedArrayType a -> acceptArray(a, value);
                case FunctionType f -> acceptFunction(f, value);
                // Which classes have the members of an interface is no longer known.
                case InterfaceType i -> throw refused(type, value);
                case UnionType u -> throw refused(type, value);
            };
        } catch (UnsupportedMessageException e) {
            throw refused(type, value);
        }
    }

    /** Stores a foreign value in memory, as a value of a static type. */
    @TruffleBoundary
    public void store(Type type, int address, Object value) throws UnsupportedTypeException {
        Object boxed = accept(type, value);
        HostMachine machine = program.machine();
        switch (type.representation()) {
            case INTEGER, REFERENCE, WORD -> machine.memory().word(address, (int) boxed);
            case FLOAT -> machine.memory().word(address, Float.floatToRawIntBits((float) boxed));
            case BOOLEAN -> machine.memory().byteAt(address, (boolean) boxed ? 1 : 0);
        }
    }

    private Object acceptPrimitive(PrimitiveType type, Object value)
            throws UnsupportedMessageException, UnsupportedTypeException {
        return switch (type) {
            case INTEGER -> INTEROP.asInt(value);
            case FLOAT -> INTEROP.fitsInLong(value) ? (float) INTEROP.asLong(value) : (float) INTEROP.asDouble(value);
            case BOOLEAN -> INTEROP.asBoolean(value);
            case STRING -> newString(INTEROP.asString(value));
            case NULL -> {
                if (!INTEROP.isNull(value)) {
                    throw refused(type, value);
                }
                yield 0;
            }
            case ANY -> acceptAny(value);
            case VOID, NEVER -> throw refused(type, value);
        };
    }

    private int acceptAny(Object value) throws UnsupportedMessageException, UnsupportedTypeException {
        HostMachine machine = program.machine();
        if (INTEROP.isNull(value)) {
            return Word.NULL;
        }
        if (INTEROP.isBoolean(value)) {
            return Word.ofBoolean(INTEROP.asBoolean(value));
        }
        if (INTEROP.isString(value)) {
            return newString(INTEROP.asString(value)) + Word.TAG_POINTER;
        }
        if (value instanceof HeapReference object && object.program() == program) {
            return object.address() + Word.TAG_POINTER;
        }
        machine.enter();
        try {
            return INTEROP.fitsInInt(value)
                    ? machine.words().ofInteger(INTEROP.asInt(value), null)
                    : machine.words().ofFloat((float) INTEROP.asDouble(value), null);
        } finally {
            machine.leave();
        }
    }

    private int newString(String text) {
        HostMachine machine = program.machine();
        machine.enter();
        try {
            return machine.newString(text.getBytes(StandardCharsets.UTF_8), null);
        } finally {
            machine.leave();
        }
    }

    private int acceptObject(ClassType type, Object value) throws UnsupportedTypeException {
        if (value instanceof GuestObject object && object.program() == program && program.isInstance(object.address(), type)) {
            return object.address();
        }
        throw refused(type, value);
    }

    private int acceptArray(Type type, Object value) throws UnsupportedTypeException {
        if (value instanceof GuestArray array && array.program() == program && array.type().equals(type)) {
            return array.address();
        }
        throw refused(type, value);
    }

    private int acceptFunction(FunctionType type, Object value) throws UnsupportedTypeException {
        if (value instanceof GuestFunction function && function.program() == program && function.type().equals(type)) {
            return function.address();
        }
        throw refused(type, value);
    }

    private static UnsupportedTypeException refused(Type type, Object value) {
        return UnsupportedTypeException.create(new Object[] {value}, "must be " + type);
    }
}
