package org.bluescript.language.check;

import java.util.LinkedHashSet;
import java.util.Set;

import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.EnumType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.TypedArrayType;
import org.bluescript.language.types.UnionType;

/** What types consist of. */
final class TypeParts {
    private TypeParts() {}

    /** The classes that are named in a type, by itself or as parts of others. */
    static Set<ClassType> classesIn(Type type) {
        Set<ClassType> result = new LinkedHashSet<>();
        add(type, result);
        return result;
    }

    private static void add(Type type, Set<ClassType> to) {
        switch (type) {
            case ClassType t -> {
                to.add(t);
                t.arguments().forEach(a -> add(a, to));
            }
            case InterfaceType t -> t.arguments().forEach(a -> add(a, to));
            case FunctionType t -> {
                add(t.result(), to);
                t.parameters().forEach(p -> add(p, to));
            }
            case ArrayType t -> add(t.element(), to);
            case NullableType t -> add(t.of(), to);
            case UnionType t -> t.members().forEach(m -> add(m, to));
            case TypedArrayType t -> {}
            case PrimitiveType t -> {}
            case EnumType t -> {}
        }
    }
}
