package org.bluescript.language.members;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.bluescript.language.typed.Field;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.Method;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.WordConversions;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;

/** Writes down what an access to a member means. */
public final class Resolver {
    private final TypedProgram program;

    public Resolver(TypedProgram program) {
        this.program = program;
    }

    /** What the access means for a value that has the member. */
    public Resolution resolve(MemberAccess access, Member member, Operands operands) {
        return switch (member) {
            case Member.Property p ->
                switch (access.kind()) {
                    case READ -> Resolution.Means.of(read(p.field(), operands));
                    case WRITE -> write(p.field(), operands);
                    case CALL -> new Resolution.CallOf(read(p.field(), operands));
                };
            case Member.Callable c -> call(c.method(), operands);
            case Member.Getter g when access.kind() == MemberAccess.Kind.CALL ->
                new Resolution.CallOf(orNull(call(g.method(), operands, List.of())));
            case Member.Getter g -> call(g.method(), operands);
            case Member.Setter s -> call(s.method(), operands);
        };
    }

    private static TypedExpression read(Field field, Operands operands) {
        return WordConversions.toWord(new TypedExpression.FieldRead(
                operands.span(), operands.receiver(field.owner()), field, field.type()));
    }

    private static Resolution write(Field field, Operands operands) {
        return new Resolution.Means(
                operands.converted(List.of(field.type())),
                value -> new TypedExpression.FieldWrite(
                        operands.span(), operands.receiver(field.owner()), field, value.getFirst()));
    }

    private Resolution call(Method method, Operands operands) {
        return call(method.type(), operands, arguments -> call(method, operands, arguments));
    }

    private TypedExpression call(Method method, Operands operands, List<TypedExpression> arguments) {
        TypedFunction function = program.functions().get(method.implementation());
        TypedExpression receiver = operands.receiver(method.owner());
        return new TypedExpression.Call(
                operands.span(),
                function.id(),
                Stream.concat(Stream.of(receiver), arguments.stream()).toList(),
                function.result());
    }

    /** What a call means for a closure of the type, as its function declares it. */
    public static Resolution call(FunctionType type, Operands operands) {
        return call(
                type,
                operands,
                arguments -> new TypedExpression.ClosureCall(
                        operands.span(), operands.receiver(type), arguments, type.result()));
    }

    private static Resolution call(
            FunctionType type, Operands operands, Function<List<TypedExpression>, TypedExpression> make) {
        Passing passing = new Passing(type, operands.span());
        return passing.fits(operands.count())
                ? new Resolution.Means(passing.all(operands.arguments()), arguments -> orNull(make.apply(arguments)))
                : new Resolution.WrongCount(type);
    }

    /** What a call means for a function of the type whose first parameter is the receiver. */
    static Resolution call(
            FunctionType type,
            TypedExpression receiver,
            Operands operands,
            Function<List<TypedExpression>, TypedExpression> make) {
        Passing passing = new Passing(type, operands.span());
        if (!passing.fits(operands.count() + 1)) {
            return new Resolution.WrongCount(withoutReceiver(type));
        }
        List<TypedExpression> words = new ArrayList<>(List.of(operands.word()));
        words.addAll(operands.arguments());
        List<TypedExpression> passed = new ArrayList<>(passing.all(words));
        passed.set(0, receiver);
        return new Resolution.Means(passed, arguments -> orNull(make.apply(arguments)));
    }

    private static FunctionType withoutReceiver(FunctionType type) {
        List<Type> others = type.parameters().subList(1, type.parameters().size());
        return new FunctionType(others, type.result(), type.required() - 1, type.hasRest());
    }

    /** The value of a call as a word, null if it has none. */
    private static TypedExpression orNull(TypedExpression call) {
        if (call.type().representation() != Representation.NOTHING) {
            return WordConversions.toWord(call);
        }
        TypedExpression.Temporary effect = new TypedExpression.Temporary(new Local("t", call.type()), call);
        TypedExpression nothing = new TypedExpression.NullConstant(call.span(), PrimitiveType.NULL);
        return new TypedExpression.Let(call.span(), List.of(effect), WordConversions.toWord(nothing));
    }
}
