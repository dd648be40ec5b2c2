package org.bluescript.language.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.bluescript.language.typed.Builtin;
import org.bluescript.language.typed.Capture;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.Field;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.Method;
import org.bluescript.language.typed.Rebuild;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.typed.Variable;
import org.bluescript.language.typed.WordConversions;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.EnumType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;

/** Writes one function with the types that were found. */
final class FunctionRetyper {
    private final TypedFunction function;
    private final Flow flow;
    private final InferredTypes types;
    private final Places places;
    private final TypedProgram program;

    FunctionRetyper(TypedFunction function, Flow flow, InferredTypes types, Places places) {
        this.function = function;
        this.flow = flow;
        this.types = types;
        this.places = places;
        this.program = flow.program;
    }

    TypedFunction function() {
        return new TypedFunction(
                function.id(),
                function.displayName(),
                function.kind(),
                function.parameters().stream().map(this::local).toList(),
                function.captures().stream().map(c -> (Capture) places.variable(c, function)).toList(),
                places.result(function),
                (TypedStatement.Block) statement(function.body()),
                function.deviceBound(),
                function.span());
    }

    private Local local(Local local) {
        return (Local) places.variable(local, function);
    }

    // ---- statements

    private TypedStatement statement(TypedStatement statement) {
        return switch (statement) {
            case TypedStatement.Evaluate s -> new TypedStatement.Evaluate(s.span(), map(s.expression()));
            case TypedStatement.Declare s -> {
                Local local = local(s.local());
                yield new TypedStatement.Declare(s.span(), local, as(map(s.value()), local.type()));
            }
            case TypedStatement.RenewCell s -> new TypedStatement.RenewCell(s.span(), local(s.local()));
            case TypedStatement.If s ->
                new TypedStatement.If(
                        s.span(), map(s.condition()), statement(s.whenTrue()), s.whenFalse().map(this::statement));
            case TypedStatement.Loop s ->
                new TypedStatement.Loop(
                        s.span(),
                        s.target(),
                        s.condition().map(this::map),
                        s.testFirst(),
                        statement(s.body()),
                        statements(s.update()));
            case TypedStatement.Break s -> s;
            case TypedStatement.Continue s -> s;
            case TypedStatement.Labeled s -> new TypedStatement.Labeled(s.span(), s.target(), statement(s.body()));
            case TypedStatement.Switch s ->
                new TypedStatement.Switch(
                        s.span(),
                        s.target(),
                        map(s.subject()),
                        s.cases().stream()
                                .map(c -> new TypedStatement.Case(
                                        c.span(), c.values(), c.isDefault(), statements(c.body())))
                                .toList());
            case TypedStatement.Return s -> {
                Type result = places.result(function);
                yield new TypedStatement.Return(s.span(), s.value().map(v -> as(map(v), result)));
            }
            case TypedStatement.Throw s -> new TypedStatement.Throw(s.span(), map(s.error()));
            case TypedStatement.TryCatch s ->
                new TypedStatement.TryCatch(s.span(), statement(s.body()), local(s.error()), statement(s.handler()));
            case TypedStatement.Block s -> new TypedStatement.Block(s.span(), statements(s.statements()));
            case TypedStatement.InlineCode s -> throw new IllegalArgumentException("its variables are C's: " + s);
            case TypedStatement.Resume s -> throw new IllegalArgumentException("specialised already: " + s);
            case TypedStatement.Recall s -> throw new IllegalArgumentException("specialised already: " + s);
        };
    }

    private List<TypedStatement> statements(List<TypedStatement> statements) {
        List<TypedStatement> result = new ArrayList<>();
        statements.forEach(s -> result.add(statement(s)));
        return result;
    }

    // ---- expressions

    /** The expression with what it consists of written anew; its representation stays, or it becomes a reference of a more exact type. */
    private TypedExpression map(TypedExpression e) {
        return narrowed(e, mapped(e));
    }

    /** What only the analysis knows of a word, written into the tree. */
    private TypedExpression narrowed(TypedExpression original, TypedExpression value) {
        boolean isOpaque = switch (original) {
            case TypedExpression.Dynamic d -> true;
            case TypedExpression.DynamicRead d -> true;
            case TypedExpression.DynamicMethodCall d -> true;
            case TypedExpression.DynamicCall d -> true;
            case TypedExpression.ClosureCall d -> true;
            case TypedExpression.Call d -> true;
            case TypedExpression.MethodCall d -> true;
            default -> false;
        };
        if (!isOpaque || original.type() != PrimitiveType.ANY || value instanceof TypedExpression.Convert) {
            return value;
        }
        Type known = types.of(flow.of(original));
        return known == PrimitiveType.ANY ? value : WordConversions.toWord(as(value, known));
    }

    private TypedExpression mapped(TypedExpression expression) {
        OptionalInt known = flow.whole(expression);
        if (known.isPresent() && isOnlyRead(expression)) {
            return seen(new TypedExpression.IntegerConstant(expression.span(), known.getAsInt(), PrimitiveType.INTEGER), expression.type());
        }
        return switch (expression) {
            case TypedExpression.Read e -> {
                Variable v = places.variable(e.variable(), function);
                yield v == e.variable() ? e : seen(new TypedExpression.Read(e.span(), v, v.type()), e.type());
            }
            case TypedExpression.Write e -> {
                Variable v = places.variable(e.variable(), function);
                yield seen(new TypedExpression.Write(e.span(), v, as(map(e.value()), v.type())), e.type());
            }
            case TypedExpression.Let e -> {
                List<TypedExpression.Temporary> temporaries = new ArrayList<>();
                for (TypedExpression.Temporary t : e.temporaries()) {
                    Local local = local(t.local());
                    temporaries.add(new TypedExpression.Temporary(local, as(map(t.value()), local.type())));
                }
                yield new TypedExpression.Let(e.span(), temporaries, map(e.body()));
            }
            case TypedExpression.Conditional e -> {
                TypedExpression whenTrue = map(e.whenTrue());
                TypedExpression whenFalse = map(e.whenFalse());
                Type type = whenTrue.type().equals(whenFalse.type()) ? whenTrue.type() : e.type();
                yield new TypedExpression.Conditional(
                        e.span(), map(e.condition()), as(whenTrue, type), as(whenFalse, type), type);
            }
            case TypedExpression.Convert e -> converted(e, map(e.operand()));
            case TypedExpression.New e -> {
                FunctionId constructor = program.classes().get(e.type()).constructor();
                yield new TypedExpression.New(e.span(), e.type(), arguments(constructor, 1, e.arguments()));
            }
            case TypedExpression.FieldRead e -> {
                Field field = places.field(e.field());
                Type type = field.type().equals(e.field().type()) ? e.type() : field.type();
                yield seen(new TypedExpression.FieldRead(e.span(), map(e.object()), field, type), e.type());
            }
            case TypedExpression.FieldWrite e -> {
                Field field = places.field(e.field());
                yield seen(
                        new TypedExpression.FieldWrite(e.span(), map(e.object()), field, as(map(e.value()), field.type())),
                        e.type());
            }
            case TypedExpression.ArrayLiteral e -> {
                ArrayType type = made(e, e.type());
                List<TypedExpression> elements =
                        e.elements().stream().map(v -> as(map(v), type.element())).toList();
                yield new TypedExpression.ArrayLiteral(e.span(), type, elements);
            }
            case TypedExpression.NewArray e when e.type() instanceof ArrayType declared -> {
                ArrayType type = made(e, declared);
                yield new TypedExpression.NewArray(
                        e.span(), type, map(e.length()), e.fill().map(f -> as(map(f), type.element())));
            }
            case TypedExpression.ElementRead e -> {
                TypedExpression array = map(e.array());
                Type type = array.type() instanceof ArrayType a && !a.element().equals(element(e.array())) ? a.element() : e.type();
                yield seen(new TypedExpression.ElementRead(e.span(), array, map(e.index()), bounds(e.bounds(), e.array()), type), e.type());
            }
            case TypedExpression.ElementWrite e -> {
                TypedExpression array = written(e.array());
                TypedExpression value = map(e.value());
                boolean isOther = array.type() instanceof ArrayType a && !a.element().equals(element(e.array()));
                yield seen(
                        new TypedExpression.ElementWrite(
                                e.span(), array, map(e.index()), isOther ? as(value, element(array)) : value,
                                bounds(e.bounds(), e.array())),
                        e.type());
            }
            case TypedExpression.Call e -> {
                TypedFunction called = program.functions().get(e.function());
                Type result = places.result(called);
                yield seen(
                        new TypedExpression.Call(
                                e.span(), e.function(), arguments(e.function(), 0, e.arguments()), result.equals(called.result()) ? e.type() : result),
                        e.type());
            }
            case TypedExpression.MethodCall e -> {
                Method method = places.method(e.method());
                boolean isSame = method.type().result().equals(e.method().type().result());
                yield seen(
                        new TypedExpression.MethodCall(
                                e.span(),
                                map(e.receiver()),
                                method,
                                arguments(e.method().implementation(), 1, e.arguments()),
                                isSame ? e.type() : method.type().result()),
                        e.type());
            }
            case TypedExpression.ClosureCall e -> {
                FunctionType type = (FunctionType) NullableType.without(e.callee().type());
                List<TypedExpression> passed = new ArrayList<>();
                for (TypedExpression argument : e.arguments()) {
                    passed.add(as(map(argument), argument.type()));
                }
                yield new TypedExpression.ClosureCall(e.span(), map(e.callee()), passed, e.type());
            }
            case TypedExpression.MakeClosure e ->
                new TypedExpression.MakeClosure(
                        e.span(), e.function(), e.captured().stream().map(v -> places.variable(v, function)).toList(), e.type());
            case TypedExpression.BuiltinCall e -> builtin(e);
            case TypedExpression.DynamicMethodCall e -> named(e);
            default ->
                Rebuild.with(expression, TreeWalk.operands(expression).stream().map(this::map).toList());
        };
    }

    /** Whether the value is only looked at where it lies, which cannot fail, so that one who knows it need not look. */
    private boolean isOnlyRead(TypedExpression expression) {
        return switch (expression) {
            case TypedExpression.Read e -> !(e.type() instanceof EnumType);
            case TypedExpression.FieldRead e -> !(e.type() instanceof EnumType) && isThere(e.object());
            case TypedExpression.Length e -> isThere(e.of());
            default -> false;
        };
    }

    private boolean isThere(TypedExpression object) {
        boolean isRead = object instanceof TypedExpression.Read || object instanceof TypedExpression.FieldRead f && isThere(f.object());
        return isRead && flow.isReference(object);
    }

    private TypedExpression.Bounds bounds(TypedExpression.Bounds bounds, TypedExpression array) {
        OptionalInt length = flow.length(array);
        return length.isPresent() ? bounds.in(length.getAsInt()) : bounds;
    }

    /** As the word that the expression was; references stay what they are. */
    private TypedExpression seen(TypedExpression value, Type declared) {
        return declared.representation() == Representation.WORD ? WordConversions.toWord(value, declared) : value;
    }

    /** The value, which is one of the type though the tree does not say so. */
    private TypedExpression as(TypedExpression value, Type type) {
        if (value.type().equals(type) || type.representation() == Representation.NOTHING) {
            return value;
        }
        if (type.representation() == Representation.WORD) {
            return WordConversions.toWord(value, type);
        }
        if (value.type().representation() == Representation.WORD) {
            boolean isPlain = value instanceof TypedExpression.Convert c
                    && c.operand().type().equals(type)
                    && c.type() == PrimitiveType.ANY;
            return isPlain
                    ? ((TypedExpression.Convert) value).operand()
                    : type == PrimitiveType.FLOAT
                            ? WordConversions.fromWord(value, type)
                            : new TypedExpression.Convert(value.span(), Conversion.ANY_NARROWED, value, type);
        }
        return new TypedExpression.Convert(value.span(), Conversion.REINTERPRET, value, type);
    }

    private List<TypedExpression> arguments(FunctionId id, int first, List<TypedExpression> arguments) {
        TypedFunction target = program.functions().get(id);
        List<TypedExpression> result = new ArrayList<>();
        for (TypedExpression argument : arguments) {
            Local parameter = target.parameters().get(first + result.size());
            Type type = places.variable(parameter, target).type();
            TypedExpression value = map(argument);
            result.add(type.equals(parameter.type()) && !Places.isOpen(type) ? value : as(value, type));
        }
        return result;
    }

    private TypedExpression converted(TypedExpression.Convert e, TypedExpression operand) {
        boolean isArray = NullableType.without(e.type()).equals(new ArrayType(PrimitiveType.ANY));
        if (!isArray) {
            return new TypedExpression.Convert(e.span(), e.conversion(), operand, e.type());
        }
        Type known = types.of(flow.of(e));
        boolean isNullable = e.type() instanceof NullableType;
        Type exact = NullableType.without(known) instanceof ArrayType a ? (isNullable ? new NullableType(a) : a) : e.type();
        return as(new TypedExpression.Convert(e.span(), e.conversion(), operand, e.type()), exact);
    }

    /** The array, which something is stored in: if it takes only what its declared type allows, it stays an array of words, which tests that. */
    private TypedExpression written(TypedExpression array) {
        TypedExpression result = map(array);
        return takesAll(array) ? result : as(result, array.type());
    }

    private boolean takesAll(TypedExpression array) {
        return flow.values.arrays(flow.of(array)).stream().allMatch(InferredTypes::isOfWords);
    }

    private ArrayType made(TypedExpression e, ArrayType declared) {
        Value.Array array = flow.array(e);
        if (array == null || !(types.of(array) instanceof ArrayType type)) {
            return declared;
        }
        return new ArrayType(type.element());
    }

    private static Type element(TypedExpression array) {
        return array.type() instanceof ArrayType a ? a.element() : PrimitiveType.NEVER;
    }

    private TypedExpression builtin(TypedExpression.BuiltinCall e) {
        List<TypedExpression> arguments = new ArrayList<>();
        e.arguments().forEach(a -> arguments.add(map(a)));
        if (Retyper.isResizing(e.builtin()) && !takesAll(e.arguments().getFirst())) {
            arguments.set(0, as(arguments.getFirst(), e.arguments().getFirst().type()));
        }
        boolean isOther = !arguments.isEmpty()
                && arguments.getFirst().type() instanceof ArrayType a
                && !arguments.getFirst().type().equals(e.arguments().getFirst().type());
        if (!isOther) {
            return new TypedExpression.BuiltinCall(e.span(), e.builtin(), arguments, e.type());
        }
        ArrayType type = (ArrayType) arguments.getFirst().type();
        if (e.builtin() == Builtin.ARRAY_COPY && made(e, (ArrayType) e.type()).element().equals(type.element())) {
            return new TypedExpression.BuiltinCall(e.span(), e.builtin(), arguments, made(e, (ArrayType) e.type()));
        }
        return switch (e.builtin()) {
            case ARRAY_PUSH, ARRAY_UNSHIFT, ARRAY_POP, ARRAY_SHIFT ->
                seen(resized(e, e.builtin(), type, arguments), e.type());
            default -> {
                arguments.set(0, as(arguments.getFirst(), e.arguments().getFirst().type()));
                yield new TypedExpression.BuiltinCall(e.span(), e.builtin(), arguments, e.type());
            }
        };
    }

    private TypedExpression resized(TypedExpression e, Builtin builtin, ArrayType type, List<TypedExpression> arguments) {
        boolean gives = builtin == Builtin.ARRAY_POP || builtin == Builtin.ARRAY_SHIFT;
        List<TypedExpression> passed = new ArrayList<>(List.of(arguments.getFirst()));
        arguments.stream().skip(1).forEach(a -> passed.add(as(a, type.element())));
        return new TypedExpression.BuiltinCall(
                e.span(), builtin, passed, gives ? type.element() : PrimitiveType.INTEGER);
    }

    /** Arrays whose type is known are changed by what their type has for it. */
    private TypedExpression named(TypedExpression.DynamicMethodCall e) {
        TypedExpression receiver = map(e.receiver());
        List<TypedExpression> arguments = e.arguments().stream().map(this::map).toList();
        Builtin builtin = Retyper.RESIZING.get(e.name());
        boolean takesOne = builtin == Builtin.ARRAY_PUSH || builtin == Builtin.ARRAY_UNSHIFT;
        boolean isMeant = builtin != null && arguments.size() == (takesOne ? 1 : 0) && takesAll(e.receiver());
        if (isMeant && types.of(flow.of(e.receiver())) instanceof ArrayType type && !type.mayBeView()) {
            List<TypedExpression> all = new ArrayList<>(List.of(as(receiver, type)));
            all.addAll(arguments);
            return WordConversions.toWord(resized(e, builtin, type, all));
        }
        return new TypedExpression.DynamicMethodCall(e.span(), receiver, e.name(), arguments);
    }
}
