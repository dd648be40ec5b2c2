package org.bluescript.language.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.EnumType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.UnionType;

/**
 * Which values may stand where which type is wanted, and what type holds the values of two. The type {@code never} stands for
 * an expression with a mistake in it, or for a result not known yet: it goes with everything, so that one mistake is
 * reported once.
 */
final class Assignability {
    private final Round round;

    Assignability(Round round) {
        this.round = round;
    }

    /**
     * Whether a value of type {@code from} may be stored in a {@code to}, perhaps after a conversion to {@code float}, or to or
     * from {@code any}.
     */
    boolean isAssignable(Type from, Type to) {
        if (from.equals(to) || isUnknown(from) || isUnknown(to)) {
            return true;
        }
        if (from == PrimitiveType.ANY || to == PrimitiveType.ANY) {
            return from != PrimitiveType.VOID && to != PrimitiveType.VOID;
        }
        if (from instanceof UnionType union) {
            return to instanceof UnionType wider && wider.members().containsAll(union.members())
                    || union.members().stream().allMatch(m -> isAssignable(m, to));
        }
        return switch (to) {
            case UnionType t -> t.members().stream().anyMatch(m -> isAssignable(from, m));
            case PrimitiveType t when t == PrimitiveType.FLOAT ->
                from == PrimitiveType.INTEGER || from instanceof EnumType;
            case PrimitiveType t when t == PrimitiveType.INTEGER -> from instanceof EnumType;
            case NullableType t ->
                from == PrimitiveType.NULL || isAssignable(withoutNull(from), t.of()) && from.isReference();
            case ClassType t -> from instanceof ClassType f && isSubclass(f, t);
            case InterfaceType t -> round.shapes().satisfies(from, t);
            case ArrayType t -> from instanceof ArrayType && t.element() == PrimitiveType.ANY;
            case FunctionType t -> from instanceof FunctionType f && isFunctionAssignable(f, t);
            default -> false;
        };
    }

    /** As {@link #isAssignable}, but no bit of the value changes. */
    boolean isSameForm(Type from, Type to) {
        boolean isView = from instanceof ArrayType && to instanceof ArrayType && !from.equals(to);
        boolean isKnown = !isUnknown(from) && !isUnknown(to);
        return isAssignable(from, to) && (!isKnown || from.representation() == to.representation()) && !isView;
    }

    boolean isSubclass(ClassType candidate, ClassType ancestor) {
        ClassSymbol from = round.classOf(candidate);
        ClassSymbol to = round.classOf(ancestor);
        return from != null && to != null && from.inheritsFrom(to);
    }

    /** The narrowest type to which both are assignable, if there is one. */
    Optional<Type> join(Type a, Type b) {
        if (a == PrimitiveType.ANY || b == PrimitiveType.ANY) {
            Type other = a == PrimitiveType.ANY ? b : a;
            return other == PrimitiveType.VOID ? Optional.empty() : Optional.of(PrimitiveType.ANY);
        }
        if (isAssignable(a, b)) {
            return Optional.of(isUnknown(b) ? a : b);
        }
        if (isAssignable(b, a)) {
            return Optional.of(a);
        }
        if (a instanceof EnumType && b instanceof EnumType) {
            return Optional.of(PrimitiveType.INTEGER);
        }
        if (isNullable(a) || isNullable(b)) {
            return joinWithNull(a, b);
        }
        if (a instanceof ClassType x && b instanceof ClassType y) {
            return commonSuperclass(x, y);
        }
        return Optional.empty();
    }

    /** What holds the values of both: the narrowest type if there is one, else their union; nothing if one of them gives no value. */
    Optional<Type> joinOrUnion(Type a, Type b) {
        boolean bothHaveValues = a != PrimitiveType.VOID && b != PrimitiveType.VOID;
        return join(a, b).or(() -> bothHaveValues ? Optional.of(Unions.of(List.of(a, b))) : Optional.empty());
    }

    static boolean isNullable(Type type) {
        return type instanceof NullableType
                || type == PrimitiveType.NULL
                || type instanceof UnionType u && u.members().contains(PrimitiveType.NULL);
    }

    /** Whether a value of the type can be null, by declaration or because it can be anything. */
    static boolean mayBeNull(Type type) {
        return type == PrimitiveType.ANY || isNullable(type);
    }

    static Type withoutNull(Type type) {
        return switch (type) {
            case NullableType t -> t.of();
            case UnionType t -> Unions.filter(t, m -> m != PrimitiveType.NULL).orElseThrow();
            default -> type;
        };
    }

    static boolean isNumeric(Type type) {
        return type == PrimitiveType.FLOAT || isInteger(type);
    }

    /** Whether a value of the type is a number that says itself whether it is an integer or a float. */
    static boolean isNumberWord(Type type) {
        return type instanceof UnionType u && u.members().stream().allMatch(Assignability::isNumeric);
    }

    static boolean isInteger(Type type) {
        return type == PrimitiveType.INTEGER || type instanceof EnumType;
    }

    /** Whether nothing is known of the value, because of a mistake or because it comes later. */
    static boolean isUnknown(Type type) {
        return type == PrimitiveType.NEVER;
    }

    /** Whether nothing is known of the value, or not all of the type of the function that it is. */
    static boolean isPartlyUnknown(Type type) {
        return isUnknown(type)
                || type instanceof FunctionType f
                        && (isUnknown(f.result()) || f.parameters().stream().anyMatch(Assignability::isUnknown));
    }

    /** Whether the type is that of an array of whose elements nothing is known yet. */
    static boolean isOpenArray(Type type) {
        return type instanceof ArrayType a && isUnknown(a.element());
    }

    /** What would help somebody who has a {@code from} and needs a {@code to}. */
    Optional<String> advice(Type from, Type to) {
        if (from == PrimitiveType.FLOAT && isInteger(to)) {
            return Optional.of("write Math.trunc(…), Math.floor(…), Math.round(…) or … as integer");
        }
        if (from == PrimitiveType.INTEGER && to instanceof EnumType) {
            return Optional.of("write … as " + to);
        }
        if (isNumeric(from) && to == PrimitiveType.BOOLEAN) {
            return Optional.of("compare it: … != 0");
        }
        if (from == PrimitiveType.BOOLEAN && isInteger(to)) {
            return Optional.of("write … ? 1 : 0");
        }
        if (to == PrimitiveType.STRING && (isNumeric(from) || from == PrimitiveType.BOOLEAN)) {
            return Optional.of("write String(…)");
        }
        if (from instanceof NullableType n && isAssignable(n.of(), to)) {
            return Optional.of("test it for null first, or write … ! where it cannot be null");
        }
        if (from instanceof ClassType f && to instanceof ClassType t && isSubclass(t, f)) {
            return Optional.of("write … as " + to);
        }
        if (withoutNull(to) instanceof InterfaceType t) {
            return round.shapes().missing(withoutNull(from), t);
        }
        if (from instanceof ArrayType f && withoutNull(to) instanceof ArrayType t && isAssignable(f.element(), t.element())) {
            return Optional.of("through a " + to + " other things than " + f.element()
                    + " could be stored in it: declare it as " + withoutNull(to) + " from the beginning");
        }
        if (from instanceof FunctionType && withoutNull(to) instanceof FunctionType) {
            return Optional.of("wrap it in a function of that type: (…) => …(…)");
        }
        return Optional.empty();
    }

    private Optional<Type> joinWithNull(Type a, Type b) {
        if (a == PrimitiveType.VOID || b == PrimitiveType.VOID) {
            return Optional.empty();
        }
        if (a == PrimitiveType.NULL || b == PrimitiveType.NULL) {
            return Optional.of(Unions.of(List.of(a == PrimitiveType.NULL ? b : a, PrimitiveType.NULL)));
        }
        return join(withoutNull(a), withoutNull(b)).map(t -> Unions.of(List.of(t, PrimitiveType.NULL)));
    }

    private Optional<Type> commonSuperclass(ClassType a, ClassType b) {
        Optional<ClassSymbol> candidate = Optional.ofNullable(round.classOf(a)).flatMap(ClassSymbol::superclass);
        while (candidate.isPresent()) {
            if (isSubclass(b, candidate.get().type())) {
                return Optional.of(candidate.get().type());
            }
            candidate = candidate.get().superclass();
        }
        return Optional.empty();
    }

    /** Whether a function can be called as one of the other type as it is; a result that nobody wants is left where it is. */
    private boolean isFunctionAssignable(FunctionType from, FunctionType to) {
        List<Type> taken = from.passed();
        List<Type> given = to.passed();
        return taken.size() == given.size()
                && from.required() <= to.required()
                && from.hasRest() == to.hasRest()
                && from.saysWhatIsGiven() == to.saysWhatIsGiven()
                && (to.result() == PrimitiveType.VOID || isSameForm(from.result(), to.result()))
                && IntStream.range(0, taken.size()).allMatch(i -> isSameForm(given.get(i), taken.get(i)));
    }
}
