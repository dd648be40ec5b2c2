package org.bluescript.language.layout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.bluescript.language.change.ChangeLog;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.TypedArrayType;
import org.bluescript.language.types.UnionType;

/**
 * The class records of arrays. Most are the firmware's; but where a program can come across an array of references without
 * knowing its type, arrays of each element type have a record of their own, which says what may be stored in them.
 */
final class ArrayClassRecords {
    /** The types of which the firmware's records say all; arrays of enums are arrays of integers. */
    private static final List<Type> FIRMWARE = List.of(
            new ArrayType(PrimitiveType.INTEGER),
            new ArrayType(PrimitiveType.FLOAT),
            new ArrayType(PrimitiveType.BOOLEAN),
            new ArrayType(PrimitiveType.ANY),
            TypedArrayType.UINT8);

    private TypedProgram program;
    private final StaticMemory memory;
    private final Map<Type, String> own;
    private final Set<Type> begun;
    private final Set<Type> begunTyped;

    ArrayClassRecords(TypedProgram program, StaticMemory memory, ChangeLog log) {
        this.program = program;
        this.memory = memory;
        this.own = log.map();
        this.begun = log.set();
        this.begunTyped = log.set();
    }

    /** The program has become another. */
    void follow(TypedProgram grown) {
        program = grown;
    }

    /** How many records there are beside the firmware's. */
    int count() {
        return own.size();
    }

    String symbol(Type type) {
        String symbol = own.get(type);
        return symbol != null ? symbol : ArrayClasses.symbol(program, type);
    }

    Address address(Type type) {
        String symbol = symbol(type);
        Address placed = memory.symbols().get(symbol);
        return placed != null ? placed : memory.firmware(symbol);
    }

    /** The type of the arrays with the record; nothing for the firmware's record of arrays of references, and of others. */
    Optional<Type> typeOf(Address record) {
        return Stream.concat(own.keySet().stream(), FIRMWARE.stream())
                .filter(t -> address(t).equals(record))
                .findFirst();
    }

    /** Lays out the records of the typed arrays that a type consists of, but for those that are the firmware's. */
    void placeTyped(Type type) {
        switch (type) {
            case NullableType t -> placeTyped(t.of());
            case UnionType t -> t.members().forEach(this::placeTyped);
            case ArrayType t when begunTyped.add(t) -> placeTyped(t.element());
            case TypedArrayType t when t != TypedArrayType.UINT8 && !own.containsKey(t) -> {
                String symbol = "bs_class_" + t;
                own.put(t, symbol);
                memory.arrayClassRecord(symbol, t.toString(), ArrayClasses.element(t), false);
            }
            default -> {}
        }
    }

    /** Lays out the record of an array type of references, and of those that a type consists of. */
    void place(Type type) {
        switch (type) {
            case NullableType t -> place(t.of());
            case UnionType t -> t.members().forEach(this::place);
            case ArrayType t when begun.add(t) -> {
                place(t.element());
                if (needsRecord(t.element())) {
                    String symbol = "bs_class_arrays_" + own.size();
                    own.put(t, symbol);
                    memory.arrayClassRecord(
                            symbol, t.toString(), ArrayClasses.element(t), ArrayClasses.isGrowable(program, t));
                }
            }
            default -> {}
        }
    }

    /** Whether arrays of such elements look like others whose elements are of another type. */
    private static boolean needsRecord(Type element) {
        return element.isReference() || element instanceof UnionType;
    }

    /** Tells the records what may be stored in their arrays. */
    void connect(TypeTests tests) {
        own.forEach((type, symbol) -> {
            if (type instanceof ArrayType array) {
                memory.arrayElementTests(memory.symbols().get(symbol), tests.place(array.element()));
            }
        });
    }
}
