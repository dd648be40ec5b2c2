package org.bluescript.language.members;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.bluescript.language.typed.Builtin;
import org.bluescript.language.typed.DynamicOperator;
import org.bluescript.language.typed.LibraryMethod;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.WordConversions;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * The methods that arrays and strings have, for calls on values of type {@code any}. An array is seen as an {@code any[]}, whatever
 * its elements are.
 */
public final class BuiltinMembers {
    /** What has built-in methods. */
    public enum Receiver {
        STRING(PrimitiveType.STRING),
        /** An array that can grow: all but typed arrays, in a program that calls such methods. */
        VECTOR(new ArrayType(PrimitiveType.ANY)),
        /** An array that is no typed array. */
        ARRAY(new ArrayType(PrimitiveType.ANY));

        private final Type type;

        Receiver(Type type) {
            this.type = type;
        }
    }

    private record Entry(Receiver receiver, Builtin builtin, List<Type> parameters, Type result) {}

    private static final Type INTEGER = PrimitiveType.INTEGER;
    private static final Type BOOLEAN = PrimitiveType.BOOLEAN;
    private static final Type STRING = PrimitiveType.STRING;
    private static final Type ANY = PrimitiveType.ANY;

    private static final Map<String, Entry> METHODS = Map.of(
            "push", new Entry(Receiver.VECTOR, Builtin.ARRAY_PUSH, List.of(ANY), INTEGER),
            "pop", new Entry(Receiver.VECTOR, Builtin.ARRAY_POP, List.of(), ANY),
            "shift", new Entry(Receiver.VECTOR, Builtin.ARRAY_SHIFT, List.of(), ANY),
            "unshift", new Entry(Receiver.VECTOR, Builtin.ARRAY_UNSHIFT, List.of(ANY), INTEGER),
            "charCodeAt", new Entry(Receiver.STRING, Builtin.STRING_CHAR_CODE_AT, List.of(INTEGER), INTEGER),
            "startsWith", new Entry(Receiver.STRING, Builtin.STRING_STARTS_WITH, List.of(STRING), BOOLEAN),
            "endsWith", new Entry(Receiver.STRING, Builtin.STRING_ENDS_WITH, List.of(STRING), BOOLEAN),
            "substring", new Entry(Receiver.STRING, Builtin.STRING_SUBSTRING, List.of(INTEGER, INTEGER), STRING));

    private final TypedProgram program;

    public BuiltinMembers(TypedProgram program) {
        this.program = program;
    }

    /** Whose built-in method the access calls; no object is of two of these kinds. */
    public List<Receiver> receiversOf(MemberAccess access) {
        if (access.kind() != MemberAccess.Kind.CALL) {
            return List.of();
        }
        Entry entry = METHODS.get(access.name());
        return entry != null
                ? List.of(entry.receiver())
                : library(access).map(m -> receiver(m)).toList();
    }

    private Stream<LibraryMethod> library(MemberAccess access) {
        return program.library().stream()
                .filter(m -> m.name().equals(access.name()) && m.arguments() == access.words());
    }

    private static Receiver receiver(LibraryMethod method) {
        return switch (method.receiver()) {
            case ARRAY -> Receiver.ARRAY;
            case STRING -> Receiver.STRING;
        };
    }

    /** What the access means for the receiver, which {@link #receiversOf} must have named. */
    public Resolution resolve(MemberAccess access, Receiver receiver, Operands operands) {
        Entry entry = METHODS.get(access.name());
        return entry != null
                ? resolve(entry, operands)
                : resolve(library(access).filter(m -> receiver(m) == receiver).findFirst().orElseThrow(), operands);
    }

    private static Resolution resolve(LibraryMethod method, Operands operands) {
        return Resolver.call(
                method.type(),
                operands.receiver(method.type().parameters().getFirst()),
                operands,
                arguments -> new TypedExpression.Call(
                        operands.span(), method.function(), arguments, method.type().result()));
    }

    private static Resolution resolve(Entry entry, Operands operands) {
        TypedExpression receiver = operands.receiver(entry.receiver().type);
        boolean toTheEnd = entry.builtin() == Builtin.STRING_SUBSTRING && operands.count() == 1;
        if (operands.count() != entry.parameters().size() && !toTheEnd) {
            return new Resolution.WrongCount(new FunctionType(
                    entry.parameters(),
                    entry.result(),
                    entry.builtin() == Builtin.STRING_SUBSTRING ? 1 : entry.parameters().size(),
                    false));
        }
        Stream<TypedExpression> end =
                toTheEnd ? Stream.of(new TypedExpression.Length(operands.span(), receiver)) : Stream.of();
        return new Resolution.Means(
                Stream.concat(operands.converted(entry.parameters()).stream(), end).toList(),
                arguments -> WordConversions.toWord(new TypedExpression.BuiltinCall(
                        operands.span(),
                        entry.builtin(),
                        Stream.concat(Stream.of(receiver), arguments.stream()).toList(),
                        entry.result())));
    }

    /** What the access means for everything that has no such member of its own; if empty, it is an error. */
    public static Optional<TypedExpression> ofOthers(MemberAccess access, Operands operands) {
        boolean isLength = access.kind() == MemberAccess.Kind.READ && access.name().equals("length");
        return isLength
                ? Optional.of(new TypedExpression.Dynamic(
                        operands.span(), DynamicOperator.LENGTH, List.of(operands.word()), PrimitiveType.ANY))
                : Optional.empty();
    }
}
