package org.bluescript.language.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bluescript.language.change.ChangeLog;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ObjectLayout.TypeTest;
import org.bluescript.language.typed.TypedProgram;
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

/**
 * Lays out what tells whether a word of type {@code any} holds a value of a type of references, or of a union: the type's text for errors, and
 * tests of which one must be met.
 */
final class TypeTests {
    private record Alternative(TypeTest test, int value) {}

    private TypedProgram program;
    private ClassLayouts classes;
    private final StaticMemory memory;
    private final Signatures signatures;
    private final ArrayClassRecords arrays;
    private final Map<Type, String> symbols;

    TypeTests(
            TypedProgram program,
            ClassLayouts classes,
            StaticMemory memory,
            Signatures signatures,
            ArrayClassRecords arrays,
            ChangeLog log) {
        this.program = program;
        this.classes = classes;
        this.memory = memory;
        this.signatures = signatures;
        this.arrays = arrays;
        this.symbols = log.map();
    }

    /** The program has become another, in which the types whose tests have been laid out fit what they did. */
    void follow(TypedProgram grown, ClassLayouts grownClasses) {
        program = grown;
        classes = grownClasses;
    }

    /** The types whose tests have been laid out. */
    Set<Type> types() {
        return symbols.keySet();
    }

    /** Gives up the tables. */
    void release() {
        symbols.values().forEach(memory::release);
    }

    /** The symbol of the tests for a type, if they have been laid out. */
    String symbol(Type type) {
        return symbols.get(type);
    }

    /** The records of arrays, which the tests may need, must have been laid out. */
    Address place(Type type) {
        String known = symbols.get(type);
        if (known != null) {
            return memory.symbols().get(known);
        }
        List<Alternative> alternatives = new ArrayList<>();
        add(type, alternatives);
        String symbol = "bs_type_tests_" + symbols.size();
        symbols.put(type, symbol);
        Address text = memory.stringAddress(type.toString());
        Address table = memory.reserve(symbol, 8 * (1 + alternatives.size()));
        memory.word(table, text.bits());
        memory.word(table.plus(4), alternatives.size());
        for (int i = 0; i < alternatives.size(); i++) {
            memory.word(table.plus(8 * (1 + i)), alternatives.get(i).test().ordinal());
            memory.word(table.plus(8 * (1 + i) + 4), alternatives.get(i).value());
        }
        return table;
    }

    private void add(Type type, List<Alternative> to) {
        switch (type) {
            case ClassType t -> addInstances(t, to);
            case InterfaceType t -> program.implementers().get(t).forEach(c -> addInstances(c, to));
            case FunctionType t ->
                signatures.accepted(t).forEach(n -> to.add(new Alternative(TypeTest.SIGNATURE, n)));
            case ArrayType t when t.element() == PrimitiveType.ANY -> to.add(new Alternative(TypeTest.ARRAY, 0));
            case ArrayType t -> to.add(exactly(arrays.address(t)));
            case TypedArrayType t -> to.add(exactly(arrays.address(t)));
            case NullableType t -> {
                to.add(new Alternative(TypeTest.NULL, 0));
                add(t.of(), to);
            }
            case UnionType t -> {
                // An integer is found to be one before it is taken for a float.
                t.members().stream().filter(m -> m != PrimitiveType.FLOAT).forEach(m -> add(m, to));
                t.members().stream().filter(m -> m == PrimitiveType.FLOAT).forEach(m -> add(m, to));
            }
            case PrimitiveType t when t == PrimitiveType.STRING -> to.add(exactly(memory.firmware("bs_class_string")));
            case PrimitiveType t when t == PrimitiveType.INTEGER -> to.add(new Alternative(TypeTest.INTEGER, 0));
            case PrimitiveType t when t == PrimitiveType.FLOAT -> to.add(new Alternative(TypeTest.NUMBER, 0));
            case PrimitiveType t when t == PrimitiveType.BOOLEAN -> to.add(new Alternative(TypeTest.BOOLEAN, 0));
            case PrimitiveType t -> to.add(new Alternative(TypeTest.NULL, 0));
            case EnumType t -> to.add(new Alternative(TypeTest.INTEGER, 0));
        }
    }

    private static Alternative exactly(Address record) {
        return new Alternative(TypeTest.EXACTLY, record.bits());
    }

    /** A class that the program only mentions has no layout and no instances. */
    private void addInstances(ClassType type, List<Alternative> to) {
        ClassLayout layout = classes.of(type);
        if (layout != null) {
            to.add(new Alternative(TypeTest.INSTANCE, layout.id() | layout.lastId() << 16));
        }
    }
}
