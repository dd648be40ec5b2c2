package org.bluescript.language.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.bluescript.language.change.ChangeLog;
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
 * Numbers for the signatures of a program's function values, by which a function in {@code any} is known. A closure has the
 * signature with which it was declared, which may be more general than the type that it is seen with.
 */
final class Signatures {
    private static final int FIRST_OF_GROWING = 0x4000;

    private TypedProgram program;
    private final int first;
    private final Map<FunctionType, Integer> numbers;

    Signatures(TypedProgram program) {
        this(program, program.classes().size() + 1, ChangeLog.NONE);
    }

    private Signatures(TypedProgram program, int first, ChangeLog log) {
        this.program = program;
        this.first = first;
        this.numbers = log.map();
    }

    /** With numbers beyond those of all classes that a program may ever have. */
    static Signatures growing(TypedProgram program, ChangeLog log) {
        return new Signatures(program, FIRST_OF_GROWING, log);
    }

    /** The program has become another, with the same numbers and further ones. */
    void follow(TypedProgram grown) {
        program = grown;
    }

    int count() {
        return numbers.size();
    }

    /** The number of a signature: not 0, and not a class's. */
    int number(FunctionType type) {
        return numbers.computeIfAbsent(type, t -> first + numbers.size());
    }

    /** The numbers of all functions that may stand where one of this type is wanted. Complete when all closures are known. */
    List<Integer> accepted(FunctionType wanted) {
        List<Integer> result = new ArrayList<>();
        numbers.forEach((type, number) -> {
            if (fits(type, wanted)) {
                result.add(number);
            }
        });
        return result;
    }

    /** As the checker has it. */
    private boolean fits(FunctionType from, FunctionType to) {
        List<Type> taken = from.passed();
        List<Type> given = to.passed();
        boolean similar = taken.size() == given.size() && from.required() <= to.required() && from.hasRest() == to.hasRest()
                && from.saysWhatIsGiven() == to.saysWhatIsGiven();
        boolean givesEnough = to.result() == PrimitiveType.VOID || fits(from.result(), to.result());
        if (!similar || !givesEnough) {
            return false;
        }
        for (int i = 0; i < given.size(); i++) {
            if (!fits(given.get(i), taken.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(Type from, Type to) {
        if (from.equals(to)) {
            return true;
        }
        return switch (to) {
            case PrimitiveType t -> t == PrimitiveType.INTEGER && from instanceof EnumType;
            case ClassType t -> from instanceof ClassType f && program.isSubclass(f, t);
            case InterfaceType t ->
                from instanceof ClassType f && program.implementers().get(t).stream().anyMatch(c -> program.isSubclass(f, c));
            case FunctionType t -> from instanceof FunctionType f && fits(f, t);
            case NullableType t ->
                from == PrimitiveType.NULL || from.isReference() && fits(from instanceof NullableType n ? n.of() : from, t.of());
            case EnumType t -> false;
            case UnionType t ->
                from instanceof UnionType u ? t.members().containsAll(u.members()) : t.members().stream().anyMatch(m -> fits(from, m));
            case ArrayType t -> false;
            case TypedArrayType t -> false;
        };
    }
}
