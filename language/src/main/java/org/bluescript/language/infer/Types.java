package org.bluescript.language.infer;

import java.util.Optional;

import org.bluescript.language.profile.Seen;
import org.bluescript.language.typed.TypedClass;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.EnumType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.TypedArrayType;

/**
 * What is known of the values of an expression of type {@code any}: a type that all of them have. {@code ANY} is no knowledge, {@code NEVER}
 * that there are no values.
 */
public final class Types {
    private final TypedProgram program;

    public Types(TypedProgram program) {
        this.program = program;
    }

    /** A type of all values that were seen at a place. */
    public Type of(Seen seen) {
        if (seen.others()) {
            return PrimitiveType.ANY;
        }
        Type result = PrimitiveType.NEVER;
        for (Type type : seen.types()) {
            result = join(result, exact(type));
        }
        return result;
    }

    /** An {@code any[]} that was seen is no view: an array of another kind would have been seen as one. */
    private static Type exact(Type seen) {
        return seen instanceof ArrayType a && a.element() == PrimitiveType.ANY ? new ArrayType(a.element(), true) : seen;
    }

    /** What is known of a value that has the static type. */
    public static Type ofStatic(Type type) {
        return switch (type) {
            case PrimitiveType p ->
                switch (p) {
                    case INTEGER, FLOAT, BOOLEAN, STRING, NULL -> p;
                    case ANY, VOID, NEVER -> PrimitiveType.ANY;
                };
            case EnumType e -> PrimitiveType.INTEGER;
            case ClassType c -> c;
            case ArrayType a -> a;
            case TypedArrayType t -> t;
            case NullableType n when isPlain(n.of()) -> n;
            default -> PrimitiveType.ANY;
        };
    }

    /** Whether it is a type of references, other than null, that a word can be tested for. */
    private static boolean isPlain(Type type) {
        return type instanceof ClassType || type instanceof ArrayType || type instanceof TypedArrayType || type == PrimitiveType.STRING;
    }

    /** The least type of the values of both. */
    public Type join(Type a, Type b) {
        if (a.equals(b) || b == PrimitiveType.NEVER) {
            return a;
        }
        if (a == PrimitiveType.NEVER) {
            return b;
        }
        if (a == PrimitiveType.NULL || b == PrimitiveType.NULL) {
            Type other = a == PrimitiveType.NULL ? b : a;
            return other instanceof NullableType ? other : isPlain(other) ? new NullableType(other) : PrimitiveType.ANY;
        }
        if (a instanceof NullableType || b instanceof NullableType) {
            Type both = join(NullableType.without(a), NullableType.without(b));
            return isPlain(both) ? new NullableType(both) : PrimitiveType.ANY;
        }
        if (a instanceof ArrayType x && b instanceof ArrayType y && x.element().equals(y.element())) {
            return new ArrayType(x.element());
        }
        if (a instanceof ClassType x && b instanceof ClassType y) {
            return commonAncestor(x, y).<Type>map(c -> c).orElse(PrimitiveType.ANY);
        }
        return PrimitiveType.ANY;
    }

    /** Whether every value of the one type is one of the other, in the same form. */
    public boolean isWithin(Type type, Type other) {
        if (type.equals(other)) {
            return true;
        }
        if (other instanceof NullableType n) {
            return type == PrimitiveType.NULL || isWithin(NullableType.without(type), n.of());
        }
        if (type instanceof ArrayType a && other instanceof ArrayType b) {
            return a.element().equals(b.element()) && !b.isPlain();
        }
        return type instanceof ClassType c && other instanceof ClassType d && program.isSubclass(c, d);
    }

    private Optional<ClassType> commonAncestor(ClassType a, ClassType b) {
        Optional<ClassType> ancestor = Optional.of(a);
        while (ancestor.isPresent() && !program.isSubclass(b, ancestor.get())) {
            ancestor = Optional.ofNullable(program.classes().get(ancestor.get())).flatMap(TypedClass::superclass);
        }
        return ancestor;
    }
}
