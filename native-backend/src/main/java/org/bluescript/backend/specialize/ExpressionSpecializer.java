package org.bluescript.backend.specialize;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.bluescript.language.infer.Types;
import org.bluescript.language.members.Member;
import org.bluescript.language.members.MemberAccess;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.Field;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.Method;
import org.bluescript.language.typed.Rebuild;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.WordConversions;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.TypedArrayType;

/**
 * Writes the expressions of a function anew, with operations on typed values instead of words where the types are known, and
 * tests where they are only expected.
 */
final class ExpressionSpecializer {
    private final Environment environment;
    private final FunctionSpecializer function;
    private final Facts facts;
    /** What is done with an unexpected result of the call that is written next, where something can be; else null. */
    private UnaryOperator<TypedExpression> onUnexpected;

    /** What temporaries are other names for. */
    private final Map<Local, TypedExpression> names = new IdentityHashMap<>();

    ExpressionSpecializer(Environment environment, FunctionSpecializer function, Facts facts) {
        this.environment = environment;
        this.function = function;
        this.facts = facts;
    }

    // ---- what statements ask for

    /** The expression as a value of its own type. */
    TypedExpression same(TypedExpression expression) {
        TypedExpression value = written(expression);
        if (expression.type() == PrimitiveType.ANY) {
            return WordConversions.toWord(value);
        }
        boolean isTyped = value.type().representation() != Representation.WORD;
        return isTyped && expression.type().representation() == Representation.WORD
                ? WordConversions.toWord(value, expression.type()) // of a union that the checker knows
                : value;
    }

    /** The expression for its effect; what it gives is dropped. */
    TypedExpression effect(TypedExpression expression) {
        return expression instanceof TypedExpression.DynamicWrite e
                ? write(e)
                : unexpected(left -> null, () -> written(expression));
    }

    /** As {@link #best}; the expression is the value of a declaration, which is left with a result of an unexpected type. */
    TypedExpression declared(TypedExpression expression, UnaryOperator<TypedExpression> leave) {
        return unexpected(function.mayLeave() ? leave : null, () -> best(expression));
    }

    /**
     * The expression, of type {@code any}, as a value of the most exact type that is known; if that is only expected, the
     * function is left when it is another.
     */
    TypedExpression best(TypedExpression expression) {
        TypedExpression value = written(expression);
        boolean isUnknown = value.type() == PrimitiveType.ANY || expression instanceof TypedExpression.Convert;
        if (!isUnknown || !function.mayLeave() || isEffect(expression)) {
            return value;
        }
        Type expected = facts.of(expression);
        return isExpectable(expected) && !fits(value, expected)
                ? function.guarded(expression, WordConversions.toWord(value), expected)
                : value;
    }

    private static boolean isExpectable(Type type) {
        return type != PrimitiveType.ANY && type != PrimitiveType.NEVER && type != PrimitiveType.NULL;
    }

    /** The expression, of type {@code any}, as a value of the type, to which everything that may be stored in its place belongs. */
    TypedExpression as(Type type, TypedExpression expression) {
        TypedExpression value = best(expression);
        return fits(value, type) ? reinterpreted(value, type) : function.guarded(expression, WordConversions.toWord(value), type);
    }

    /** Whether the value is one of the type, in the same form. */
    boolean fits(TypedExpression value, Type type) {
        return value.type() != PrimitiveType.ANY
                && value.type().representation() == type.representation()
                && environment.types().isWithin(Types.ofStatic(value.type()), type);
    }

    TypedExpression reinterpreted(TypedExpression value, Type type) {
        return value.type().equals(type)
                ? value
                : new TypedExpression.Convert(value.span(), Conversion.REINTERPRET, value, type);
    }

    /** Whether the node's own effect has happened when its value is looked at. */
    boolean isEffect(TypedExpression expression) {
        return environment.effects().hasEffect(expression);
    }

    private <T> T unexpected(UnaryOperator<TypedExpression> handler, java.util.function.Supplier<T> writing) {
        UnaryOperator<TypedExpression> before = onUnexpected;
        onUnexpected = handler;
        T result = writing.get();
        onUnexpected = before;
        return result;
    }

    // ---- writing

    /** The expression as a value of its type, or, if that is {@code any}, of whatever type is certain. */
    private TypedExpression written(TypedExpression expression) {
        UnaryOperator<TypedExpression> handler = onUnexpected;
        onUnexpected = null;
        return switch (expression) {
            case TypedExpression.Read e when e.variable() instanceof Local local -> {
                Local now = function.local(local);
                TypedExpression read = now == local ? e : new TypedExpression.Read(e.span(), now, now.type());
                TypedExpression name = names.getOrDefault(now, read);
                yield name instanceof TypedExpression.Read r && read.type() != PrimitiveType.ANY
                        ? new TypedExpression.Read(r.span(), r.variable(), read.type())
                        : name;
            }
            case TypedExpression.Write e when e.variable() instanceof Local local && function.local(local) != local ->
                new TypedExpression.Write(e.span(), function.local(local), as(function.local(local).type(), e.value()));
            case TypedExpression.Convert e -> convert(e);
            case TypedExpression.Conditional e when e.type() == PrimitiveType.ANY -> conditional(e);
            case TypedExpression.Let e -> let(e, handler);
            case TypedExpression.Dynamic e -> dynamic(e);
            case TypedExpression.InstanceOf e when e.operand().type() == PrimitiveType.ANY -> {
                TypedExpression operand = best(e.operand());
                boolean isObject = NullableType.without(operand.type()) instanceof ClassType;
                boolean isInstance = operand.type() instanceof ClassType c && environment.types().isWithin(c, e.of());
                if (isName(operand) && (isInstance || isNoObject(operand.type()))) {
                    yield new TypedExpression.BooleanConstant(e.span(), isInstance);
                }
                yield new TypedExpression.InstanceOf(e.span(), isObject ? operand : WordConversions.toWord(operand), e.of());
            }
            case TypedExpression.DynamicRead e -> read(e, handler);
            case TypedExpression.DynamicWrite e -> writeAndGive(e);
            case TypedExpression.DynamicMethodCall e -> call(e, handler);
            case TypedExpression.Call e -> call(e.span(), e.function(), Optional.empty(), e.arguments(), e, handler);
            case TypedExpression.MethodCall e ->
                method(e.span(), receiver(e), e.method(), e.arguments(), e, handler);
            default -> plain(expression);
        };
    }

    private static boolean isNoObject(Type type) {
        return type != PrimitiveType.ANY
                && (type instanceof PrimitiveType || type instanceof ArrayType || type instanceof TypedArrayType);
    }

    private TypedExpression plain(TypedExpression expression) {
        return Rebuild.with(expression, TreeWalk.operands(expression).stream().map(this::same).toList());
    }

    /** A temporary that is only another name for a variable or a constant is left out, where nothing can change meanwhile. */
    private TypedExpression let(TypedExpression.Let e, UnaryOperator<TypedExpression> handler) {
        boolean isPure = !environment.effects().hasEffects(e);
        List<TypedExpression.Temporary> temporaries = new ArrayList<>();
        for (TypedExpression.Temporary t : e.temporaries()) {
            Local now = function.local(t.local());
            TypedExpression value = now == t.local() ? same(t.value()) : as(now.type(), t.value());
            if (isPure && isName(value)) {
                names.put(now, value);
            } else {
                temporaries.add(new TypedExpression.Temporary(now, value));
            }
        }
        TypedExpression body = unexpected(handler, () -> written(e.body()));
        return temporaries.isEmpty() ? body : new TypedExpression.Let(e.span(), temporaries, body);
    }

    private static boolean isName(TypedExpression value) {
        return switch (value) {
            case TypedExpression.Read r -> true;
            case TypedExpression.IntegerConstant c -> true;
            case TypedExpression.FloatConstant c -> true;
            case TypedExpression.BooleanConstant c -> true;
            case TypedExpression.StringConstant c -> true;
            default -> false;
        };
    }

    private TypedExpression conditional(TypedExpression.Conditional e) {
        TypedExpression condition = same(e.condition());
        Optional<Boolean> decided = decided(condition);
        if (decided.isPresent()) {
            return best(decided.get() ? e.whenTrue() : e.whenFalse());
        }
        TypedExpression whenTrue = best(e.whenTrue());
        TypedExpression whenFalse = best(e.whenFalse());
        Type type = environment.types().join(Types.ofStatic(whenTrue.type()), Types.ofStatic(whenFalse.type()));
        boolean isTyped = isExpectable(type) && fits(whenTrue, type) && fits(whenFalse, type);
        return isTyped
                ? new TypedExpression.Conditional(
                        e.span(), condition, reinterpreted(whenTrue, type), reinterpreted(whenFalse, type), type)
                : new TypedExpression.Conditional(
                        e.span(),
                        condition,
                        WordConversions.toWord(whenTrue),
                        WordConversions.toWord(whenFalse),
                        PrimitiveType.ANY);
    }

    private static Optional<Boolean> decided(TypedExpression condition) {
        return switch (condition) {
            case TypedExpression.Usually u -> decided(u.condition());
            case TypedExpression.BooleanConstant c -> Optional.of(c.value());
            default -> Optional.empty();
        };
    }

    /** A conversion to a word waits until somebody wants the word. */
    private TypedExpression convert(TypedExpression.Convert e) {
        if (e.operand().type() != PrimitiveType.ANY) {
            boolean isExact = e.type() == PrimitiveType.ANY && Types.ofStatic(e.operand().type()) != PrimitiveType.ANY;
            return isExact ? written(e.operand()) : plain(e);
        }
        TypedExpression operand = converted(e);
        TypedExpression word = new TypedExpression.Convert(e.span(), e.conversion(), WordConversions.toWord(operand), e.type());
        if (operand.type() == PrimitiveType.ANY) {
            return word;
        }
        return switch (e.conversion()) {
            case ANY_TO_INTEGER, ANY_TO_BOOLEAN, ANY_TO_REFERENCE, ANY_NARROWED ->
                fits(operand, e.type()) ? reinterpreted(operand, e.type()) : word;
            case ANY_TO_FLOAT ->
                switch (operand.type().representation()) {
                    case FLOAT -> operand;
                    case INTEGER -> convert(operand, Conversion.INTEGER_TO_FLOAT, e.type());
                    default -> word;
                };
            case ANY_TO_TRUTH ->
                convert(
                        operand,
                        switch (operand.type().representation()) {
                            case INTEGER -> Conversion.INTEGER_TO_BOOLEAN;
                            case FLOAT -> Conversion.FLOAT_TO_BOOLEAN;
                            case BOOLEAN -> Conversion.REINTERPRET;
                            default ->
                                NullableType.without(operand.type()) == PrimitiveType.STRING
                                        ? Conversion.STRING_TO_BOOLEAN
                                        : Conversion.REFERENCE_TO_BOOLEAN;
                        },
                        e.type());
            default -> word;
        };
    }

    /** The word that a conversion takes. If it is a call's result, the conversion itself knows what to do with an unexpected one. */
    private TypedExpression converted(TypedExpression.Convert e) {
        boolean isCall = e.operand() instanceof TypedExpression.Call call
                && !environment.versions(call.function()).isEmpty()
                && environment.versions(call.function()).stream().allMatch(v -> v.result().equals(e.type()));
        return isCall && !function.mayLeave()
                ? unexpected(
                        left -> new TypedExpression.Convert(e.span(), e.conversion(), left, e.type()), () -> best(e.operand()))
                : best(e.operand());
    }

    private static TypedExpression convert(TypedExpression value, Conversion conversion, Type type) {
        return conversion == Conversion.REINTERPRET && value.type().equals(type)
                ? value
                : new TypedExpression.Convert(value.span(), conversion, value, type);
    }

    private TypedExpression dynamic(TypedExpression.Dynamic e) {
        List<TypedExpression> operands = e.operands().stream()
                .map(o -> o.type() == PrimitiveType.ANY ? best(o) : same(o))
                .toList();
        return TypedOperations.of(e.span(), e.operator(), operands)
                .orElseGet(() -> new TypedExpression.Dynamic(e.span(), e.operator(), words(e, operands), e.type()));
    }

    /** The operands in the form that the operation on words wants. */
    private static List<TypedExpression> words(TypedExpression.Dynamic e, List<TypedExpression> operands) {
        List<TypedExpression> result = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            boolean isWord = e.operands().get(i).type() == PrimitiveType.ANY;
            result.add(isWord ? WordConversions.toWord(operands.get(i)) : operands.get(i));
        }
        return result;
    }

    // ---- members of words whose class is known

    private TypedExpression read(TypedExpression.DynamicRead e, UnaryOperator<TypedExpression> handler) {
        TypedExpression object = best(e.object());
        boolean hasLength = object.type() instanceof ArrayType || object.type() instanceof TypedArrayType || object.type() == PrimitiveType.STRING;
        if (e.name().equals("length") && hasLength) {
            return new TypedExpression.Length(e.span(), object);
        }
        return switch (member(object, e)) {
            case Member.Property p -> field(e.span(), object, p.field());
            case Member.Getter g -> method(e.span(), instance(object), g.method(), List.of(), e, handler);
            case null, default -> new TypedExpression.DynamicRead(e.span(), WordConversions.toWord(object), e.name());
        };
    }

    private TypedExpression field(Span span, TypedExpression object, Field field) {
        return new TypedExpression.FieldRead(span, instance(object), field, field.type());
    }

    /** For its effect: the value that is stored may have another form than the one that was given. */
    private TypedExpression write(TypedExpression.DynamicWrite e) {
        TypedExpression object = best(e.object());
        if (member(object, e) instanceof Member.Property p) {
            return new TypedExpression.FieldWrite(
                    e.span(), instance(object), p.field(), same(WordConversions.fromWord(e.span(), e.value(), p.field().type())));
        }
        return new TypedExpression.DynamicWrite(e.span(), WordConversions.toWord(object), e.name(), same(e.value()));
    }

    private TypedExpression writeAndGive(TypedExpression.DynamicWrite e) {
        Local given = new Local("t", PrimitiveType.ANY);
        TypedExpression read = new TypedExpression.Read(e.span(), given, PrimitiveType.ANY);
        TypedExpression write = write(new TypedExpression.DynamicWrite(e.span(), e.object(), e.name(), read));
        return new TypedExpression.Let(
                e.span(),
                List.of(
                        new TypedExpression.Temporary(given, same(e.value())),
                        new TypedExpression.Temporary(new Local("t", write.type()), write)),
                read);
    }

    private TypedExpression call(TypedExpression.DynamicMethodCall e, UnaryOperator<TypedExpression> handler) {
        TypedExpression receiver = best(e.receiver());
        if (member(receiver, e) instanceof Member.Callable c && takesExactly(c.method().type(), e.arguments().size())) {
            return call(e, receiver, c.method(), handler);
        }
        return new TypedExpression.DynamicMethodCall(
                e.span(), WordConversions.toWord(receiver), e.name(), e.arguments().stream().map(this::same).toList());
    }

    /** All arguments are evaluated before it is an error that one is of a wrong type. */
    private TypedExpression call(
            TypedExpression.DynamicMethodCall e, TypedExpression receiver, Method method, UnaryOperator<TypedExpression> handler) {
        List<Type> parameters = method.type().parameters();
        if (e.arguments().stream().skip(1).allMatch(a -> isName(a instanceof TypedExpression.Convert c ? c.operand() : a))) {
            return method(e.span(), instance(receiver), method, converted(e.span(), e.arguments(), parameters), e, handler);
        }
        List<TypedExpression.Temporary> temporaries = new ArrayList<>();
        TypedExpression object = kept(receiver, temporaries);
        List<TypedExpression> arguments = new ArrayList<>();
        for (TypedExpression argument : e.arguments()) {
            Local name = new Local("a", PrimitiveType.ANY);
            names.put(name, kept(best(argument), temporaries));
            arguments.add(new TypedExpression.Read(argument.span(), name, PrimitiveType.ANY));
        }
        TypedExpression call =
                method(e.span(), instance(object), method, converted(e.span(), arguments, parameters), e, handler);
        return new TypedExpression.Let(e.span(), temporaries, call);
    }

    private static List<TypedExpression> converted(Span span, List<TypedExpression> arguments, List<Type> parameters) {
        List<TypedExpression> result = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            result.add(WordConversions.fromWord(span, arguments.get(i), parameters.get(i)));
        }
        return result;
    }

    private static TypedExpression kept(TypedExpression value, List<TypedExpression.Temporary> temporaries) {
        if (value.type().representation() == Representation.NOTHING) {
            return value;
        }
        Local local = new Local("a", value.type());
        temporaries.add(new TypedExpression.Temporary(local, value));
        return new TypedExpression.Read(value.span(), local, value.type());
    }

    private static boolean takesExactly(FunctionType type, int count) {
        return type.required() == count && type.parameters().size() == count && !type.hasRest();
    }

    /** What the name leads to in the object, if its class is known; else null. */
    private Member member(TypedExpression object, TypedExpression access) {
        boolean mayBeUsed = !(object.type() instanceof NullableType) || function.mayLeave();
        return mayBeUsed && NullableType.without(object.type()) instanceof ClassType type
                ? MemberAccess.of(access).flatMap(a -> environment.members().find(type, a)).orElse(null)
                : null;
    }

    /** The object as an instance. What raises the error if it is null is the function that is left. */
    private TypedExpression instance(TypedExpression object) {
        if (!(object.type() instanceof NullableType nullable)) {
            return object;
        }
        if (!(object instanceof TypedExpression.Read)) {
            Local local = new Local("t", object.type());
            TypedExpression read = new TypedExpression.Read(object.span(), local, object.type());
            return new TypedExpression.Let(
                    object.span(), List.of(new TypedExpression.Temporary(local, object)), instance(read));
        }
        return new TypedExpression.Conditional(
                object.span(),
                new TypedExpression.Convert(object.span(), Conversion.REFERENCE_TO_BOOLEAN, object, PrimitiveType.BOOLEAN),
                reinterpreted(object, nullable.of()),
                function.leaveBefore(object.span()),
                nullable.of());
    }

    // ---- calls

    /** The receiver as an instance of the class that was seen, if that makes it certain what is called. */
    private TypedExpression receiver(TypedExpression.MethodCall e) {
        TypedExpression value = same(e.receiver());
        boolean isOpen = function.mayLeave()
                && value.type() instanceof ClassType type
                && environment.hierarchy().targets(type, e.method()).size() > 1;
        return isOpen
                        && facts.ofReceiver(e.receiver()) instanceof ClassType seen
                        && environment.hierarchy().targets(seen, e.method()).size() == 1
                ? function.guarded(e.receiver(), WordConversions.toWord(value), seen)
                : value;
    }

    /**
     * @param receiver written anew already
     * @param arguments as they were
     * @param original what the call stands for
     * @param handler of an unexpected result
     */
    private TypedExpression method(
            Span span,
            TypedExpression receiver,
            Method method,
            List<TypedExpression> arguments,
            TypedExpression original,
            UnaryOperator<TypedExpression> handler) {
        ClassType type = (ClassType) NullableType.without(receiver.type());
        Set<FunctionId> targets = environment.hierarchy().targets(type, method);
        if (targets.size() == 1) {
            return call(span, targets.iterator().next(), Optional.of(receiver), arguments, original, handler);
        }
        Type result = original instanceof TypedExpression.MethodCall ? original.type() : method.type().result();
        return valued(
                new TypedExpression.MethodCall(span, receiver, method, arguments.stream().map(this::same).toList(), result),
                original);
    }

    private TypedExpression call(
            Span span,
            FunctionId id,
            Optional<TypedExpression> receiver,
            List<TypedExpression> arguments,
            TypedExpression original,
            UnaryOperator<TypedExpression> handler) {
        TypedFunction target = environment.function(id);
        return specialisedCall(span, target, receiver, arguments, handler)
                .map(c -> valued(c, original))
                .orElseGet(() -> {
                    List<TypedExpression> passed = new ArrayList<>();
                    receiver.ifPresent(r -> passed.add(reinterpreted(r, target.parameters().getFirst().type())));
                    for (TypedExpression argument : arguments) {
                        Type parameter = target.parameters().get(passed.size()).type();
                        passed.add(parameterised(same(argument), parameter));
                    }
                    Type result = original instanceof TypedExpression.Call ? original.type() : target.result();
                    return valued(new TypedExpression.Call(span, id, passed, result), original);
                });
    }

    /** An argument of a method of which another one with parameters of the same forms is called. */
    private TypedExpression parameterised(TypedExpression argument, Type parameter) {
        return argument.type().isReference() && parameter.isReference() ? reinterpreted(argument, parameter) : argument;
    }

    /** Empty if there is no such version, or it does not take the arguments as they are. */
    private Optional<TypedExpression> specialisedCall(
            Span span,
            TypedFunction target,
            Optional<TypedExpression> receiver,
            List<TypedExpression> arguments,
            UnaryOperator<TypedExpression> handler) {
        List<Version> usable = environment.versions(target.id()).stream()
                .filter(v -> handler != null || !v.mayLeave() || v.result().equals(target.result()))
                .toList();
        return switch (usable.size()) {
            case 0 -> Optional.empty();
            case 1 -> passed(usable.getFirst(), receiver, arguments).map(p -> called(span, target, usable.getFirst(), p, handler));
            default -> calledOne(span, target, usable, receiver, arguments, handler);
        };
    }

    /** Calls the first of several versions that takes the arguments as they are. */
    private Optional<TypedExpression> calledOne(
            Span span,
            TypedFunction target,
            List<Version> versions,
            Optional<TypedExpression> receiver,
            List<TypedExpression> arguments,
            UnaryOperator<TypedExpression> handler) {
        int first = receiver.isPresent() ? 1 : 0;
        List<TypedExpression> values = new ArrayList<>();
        for (TypedExpression argument : arguments) {
            int at = first + values.size();
            boolean isLooked = argument.type() == PrimitiveType.ANY
                    && versions.stream().anyMatch(v -> v.parameters().get(at) != PrimitiveType.ANY);
            values.add(isLooked ? best(argument) : same(argument));
        }
        for (Version version : versions) {
            Optional<List<TypedExpression>> passed = passed(version, receiver, arguments, values);
            if (passed.isPresent()) {
                return Optional.of(called(span, target, version, passed.get(), handler));
            }
        }
        return Optional.empty();
    }

    /** @param values what has become of the arguments */
    private Optional<List<TypedExpression>> passed(
            Version version, Optional<TypedExpression> receiver, List<TypedExpression> arguments, List<TypedExpression> values) {
        List<TypedExpression> passed = new ArrayList<>();
        receiver.ifPresent(r -> passed.add(reinterpreted(r, version.parameters().getFirst())));
        for (int i = 0; i < values.size(); i++) {
            TypedExpression value = values.get(i);
            Type wanted = version.parameters().get(passed.size());
            if (arguments.get(i).type() != PrimitiveType.ANY) {
                passed.add(parameterised(value, wanted));
            } else if (wanted == PrimitiveType.ANY) {
                passed.add(WordConversions.toWord(value));
            } else if (fits(value, wanted)) {
                passed.add(reinterpreted(value, wanted));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(passed);
    }

    private Optional<List<TypedExpression>> passed(
            Version version, Optional<TypedExpression> receiver, List<TypedExpression> arguments) {
        List<TypedExpression> passed = new ArrayList<>();
        receiver.ifPresent(r -> passed.add(reinterpreted(r, version.parameters().getFirst())));
        for (TypedExpression argument : arguments) {
            Type wanted = version.parameters().get(passed.size());
            if (argument.type() != PrimitiveType.ANY || wanted == PrimitiveType.ANY) {
                passed.add(parameterised(same(argument), wanted));
                continue;
            }
            TypedExpression value = best(argument);
            if (!fits(value, wanted)) {
                return Optional.empty();
            }
            passed.add(reinterpreted(value, wanted));
        }
        return Optional.of(passed);
    }

    private static TypedExpression called(
            Span span, TypedFunction target, Version version, List<TypedExpression> passed, UnaryOperator<TypedExpression> handler) {
        TypedExpression call = new TypedExpression.Call(span, version.id(), passed, version.result());
        if (!version.mayLeave() || version.result().equals(target.result())) {
            return call;
        }
        Local left = new Local("left", PrimitiveType.ANY);
        TypedExpression otherwise = handler.apply(new TypedExpression.Read(span, left, PrimitiveType.ANY));
        return new TypedExpression.Expected(
                span, call, left, otherwise != null ? otherwise : Linearizer.zero(span, version.result()));
    }

    /** A call without result in the place of one on words, which gives null. */
    private static TypedExpression valued(TypedExpression call, TypedExpression original) {
        if (call.type().representation() != Representation.NOTHING || original.type() != PrimitiveType.ANY) {
            return call;
        }
        TypedExpression.Temporary effect = new TypedExpression.Temporary(new Local("t", call.type()), call);
        return new TypedExpression.Let(
                call.span(), List.of(effect), new TypedExpression.NullConstant(call.span(), PrimitiveType.NULL));
    }
}
