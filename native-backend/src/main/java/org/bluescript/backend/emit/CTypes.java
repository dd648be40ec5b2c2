package org.bluescript.backend.emit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bluescript.language.layout.ArrayClasses;
import org.bluescript.language.layout.ClassLayouts;
import org.bluescript.language.layout.CodeNames;
import org.bluescript.language.typed.Capture;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.TypedArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.EnumType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.UnionType;

/**
 * The C types of BlueScript's types. Each class and each array type has a C type of its own, so that the C compiler's alias
 * analysis knows which stores cannot change which loads.
 */
final class CTypes {
    private final TypedProgram program;
    private final ClassLayouts classes;
    /** Array structs whose elements are references, in order of first use. */
    private final Map<String, String> arrayStructs = new LinkedHashMap<>();

    CTypes(TypedProgram program, ClassLayouts classes) {
        this.program = program;
        this.classes = classes;
    }

    /** The C type of a value. */
    String of(Type type) {
        return switch (type) {
            case PrimitiveType p ->
                switch (p) {
                    case INTEGER -> "int32_t";
                    case FLOAT -> "float";
                    case BOOLEAN -> "bool";
                    case STRING -> "bs_string *";
                    case NULL -> "void *";
                    case ANY -> "bs_word";
                    case VOID, NEVER -> "void";
                };
            case EnumType e -> "int32_t";
            case ArrayType a -> array(a) + " *";
            case TypedArrayType t -> array(t) + " *";
            case ClassType c -> struct(c) + " *";
            case InterfaceType i -> "bs_object *";
            case UnionType u -> u.representation() == Representation.WORD ? "bs_word" : "bs_object *";
            case FunctionType f -> "bs_closure *";
            case NullableType n -> of(n.of());
        };
    }

    /** The C struct of a class's instances. */
    String struct(ClassType type) {
        return "struct c" + classes.of(type).id() + "_" + CodeNames.identifier(type.name());
    }

    /** The C type of the arrays of an array type, without the asterisk. */
    String array(Type type) {
        boolean growable = ArrayClasses.isGrowable(program, type);
        String form = growable ? "vector" : "array";
        if (type instanceof ArrayType a && a.element().isReference()) {
            String element = of(a.element());
            String macro = (growable ? "BS_VECTOR_OF(" : "BS_ARRAY_OF(") + element + ")";
            return "struct " + arrayStructs.computeIfAbsent(macro, m -> form + "_" + arrayStructs.size());
        }
        return "bs_" + form + "_" + ArrayClasses.element(type).name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The C type of one element of an array type. */
    String element(Type type) {
        return switch (type) {
            case ArrayType a -> of(a.element());
            case TypedArrayType t -> t == TypedArrayType.FLOAT32 ? "float" : t.name().toLowerCase(java.util.Locale.ROOT) + "_t";
            default -> throw new IllegalArgumentException("not an array type: " + type);
        };
    }

    /** The struct of a closure with its captures. */
    String closure(TypedFunction function, String name) {
        return function.captures().isEmpty() ? "bs_closure" : "struct closure_" + name;
    }

    /** The C type in which a closure holds a captured variable: its value, or the cell that it shares. */
    String capture(Capture capture) {
        return capture.shared() ? cell(capture.type()) + " *" : of(capture.type());
    }

    /** The struct of the cell of a shared variable. */
    String cell(Type type) {
        return switch (type.representation()) {
            case INTEGER -> "struct cell_integer";
            case FLOAT -> "struct cell_float";
            case BOOLEAN -> "struct cell_boolean";
            case REFERENCE -> "struct cell_reference";
            case WORD -> "struct cell_tagged";
            case NOTHING -> throw new IllegalArgumentException("a variable of type " + type);
        };
    }

    /** The type of a cell's value. */
    String cellValue(Type type) {
        return type.isReference() ? "void *" : of(type);
    }

    /** A function pointer type: {@code R (*)(A, B)}. */
    String pointer(String result, Stream<String> parameters) {
        return result + " (*)(" + parameters.collect(Collectors.joining(", ")) + ")";
    }

    /** The definitions that the types used so far need. Classes may refer to them and they to classes. */
    List<String> arrayDefinitions() {
        return arrayStructs.entrySet().stream()
                .map(e -> "struct " + e.getValue() + " " + e.getKey() + ";")
                .toList();
    }
}
