package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.Method;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * The functions through which members of interfaces are used. Each asks for the class of the object, among those of the whole
 * program that have the member, and then does what the static type would have done. Made when the program is complete, because
 * only then all classes are known.
 */
final class Accessors {
    enum Kind {
        READ,
        WRITE,
        CALL
    }

    /**
     * A member of an interface, and what is done with it.
     *
     * @param arguments the type arguments with which a generic method is called
     */
    record Accessor(Kind kind, InterfaceType type, String member, List<Type> arguments) {}

    private final Round round;
    private final Map<FunctionId, Accessor> requested = new LinkedHashMap<>();

    Accessors(Round round) {
        this.round = round;
    }

    FunctionId reading(InterfaceType type, String member) {
        return request(new Accessor(Kind.READ, type, member, List.of()));
    }

    FunctionId writing(InterfaceType type, String member) {
        return request(new Accessor(Kind.WRITE, type, member, List.of()));
    }

    FunctionId calling(InterfaceType type, String method, List<Type> arguments) {
        return request(new Accessor(Kind.CALL, type, method, arguments));
    }

    private FunctionId request(Accessor accessor) {
        InterfaceType type = accessor.type();
        String owner = type.name() + QualifiedName.list(type.arguments());
        FunctionId id = new FunctionId(type.module(), owner + "." + accessor.member() + switch (accessor.kind()) {
            case READ -> " (read)";
            case WRITE -> " (write)";
            case CALL -> QualifiedName.list(accessor.arguments());
        });
        requested.putIfAbsent(id, accessor);
        return id;
    }

    /** What has been asked for. */
    Map<FunctionId, Accessor> requested() {
        return requested;
    }

    /** The functions that a call of the accessor may run, as far as the classes are known by now; none for any other function. */
    Set<FunctionId> targets(FunctionId id) {
        Accessor accessor = requested.get(id);
        Set<FunctionId> result = new LinkedHashSet<>();
        if (accessor != null && accessor.kind() == Kind.CALL) {
            InterfaceSymbol symbol = round.interfaceOf(accessor.type());
            round.classes().values().stream()
                    .filter(c -> round.shapes().satisfies(c.type(), symbol.type()))
                    .flatMap(c -> method(c, accessor).stream())
                    .forEach(m -> result.add(m.id()));
        }
        return result;
    }

    /** The methods that calls through interfaces may run, as far as the classes are known by now. */
    List<FunctionSymbol> methods() {
        List<FunctionSymbol> result = new ArrayList<>();
        for (Accessor accessor : List.copyOf(requested.values())) {
            for (ClassSymbol symbol : round.shapes().classesOf(accessor.type())) {
                method(symbol, accessor).ifPresent(result::add);
                symbol.findAccessors(accessor.member()).ifPresent(a -> {
                    a.getter().ifPresent(result::add);
                    a.setter().ifPresent(result::add);
                });
            }
        }
        return result;
    }

    /** The method that the accessor calls of an instance of the class; if it is generic, it is made. */
    private Optional<FunctionSymbol> method(ClassSymbol symbol, Accessor accessor) {
        return symbol.findMethod(accessor.member()).flatMap(m -> m.generic().isEmpty() || accessor.arguments().isEmpty()
                ? Optional.of(m)
                : round.instances().function(m, accessor.arguments(), m.declaration().span()));
    }

    /** Adds the accessors that the functions call, and those that these call in turn. */
    void addTo(Map<FunctionId, TypedFunction> functions) {
        Set<ClassType> instantiated = new HashSet<>();
        functions.values().forEach(f -> TreeWalk.expressions(f.body(), e -> {
            if (e instanceof TypedExpression.New n) {
                instantiated.add(n.type());
            }
        }));
        addTo(functions, instantiated);
    }

    /** The same where objects are instances of these classes. */
    void addTo(Map<FunctionId, TypedFunction> functions, Set<ClassType> instantiated) {
        if (requested.isEmpty()) {
            return;
        }
        Set<FunctionId> called = new LinkedHashSet<>();
        functions.values().forEach(f -> TreeWalk.expressions(f.body(), e -> {
            if (e instanceof TypedExpression.Call c && requested.containsKey(c.function())) {
                called.add(c.function());
            }
        }));
        called.forEach(id -> functions.put(id, function(id, requested.get(id), instantiated)));
    }

    private TypedFunction function(FunctionId id, Accessor accessor, Set<ClassType> instantiated) {
        InterfaceSymbol symbol = round.interfaceOf(accessor.type());
        ShapeMember member = symbol.find(accessor.member()).orElseThrow().instance(accessor.arguments());
        Span span = member.declaration().span();
        Local object = new Local("object", symbol.type());
        List<Local> parameters = new ArrayList<>(List.of(object));
        parameters.addAll(parameters(accessor.kind(), member));
        Type result = result(accessor.kind(), member);
        Function<ClassSymbol, TypedStatement> arm = c -> arm(accessor, member, c, parameters, result);
        List<ClassSymbol> classes = round.shapes().classesOf(symbol.type()).stream()
                .filter(c -> isInstantiated(c, instantiated))
                .toList();
        List<TypedStatement> statements = new ArrayList<>();
        for (int i = 0; i < classes.size() - 1; i++) {
            TypedExpression test = new TypedExpression.InstanceOf(
                    span, new TypedExpression.Read(span, object, object.type()), classes.get(i).type());
            statements.add(new TypedStatement.If(span, test, arm.apply(classes.get(i)), Optional.empty()));
        }
        if (classes.isEmpty()) {
            // Without an object of such a class the function is never called.
            statements.add(giving(span, result, Nodes.zero(span, result)));
        } else {
            if (round.shapes().mayBreakPromises()) {
                statements.add(requiring(span, object, classes.getLast()));
            }
            statements.add(arm.apply(classes.getLast()));
        }
        return new TypedFunction(
                id,
                symbol.name() + "." + member.name(),
                TypedFunction.Kind.FUNCTION,
                parameters,
                List.of(),
                result,
                new TypedStatement.Block(span, statements),
                false,
                span);
    }

    /** Ends the program with an error unless the object is an instance of the class. */
    private static TypedStatement requiring(Span span, Local object, ClassSymbol symbol) {
        TypedExpression read = new TypedExpression.Read(span, object, object.type());
        return new TypedStatement.Evaluate(span, Nodes.convert(read, Conversion.DOWNCAST, symbol.type()));
    }

    private boolean isInstantiated(ClassSymbol symbol, Set<ClassType> instantiated) {
        return instantiated.stream().anyMatch(t -> round.assignability().isSubclass(t, symbol.type()));
    }

    private static List<Local> parameters(Kind kind, ShapeMember member) {
        return switch (kind) {
            case READ -> List.of();
            case WRITE -> List.of(new Local("value", member.type()));
            case CALL -> {
                List<Local> locals = new ArrayList<>();
                for (Type type : member.signature().passed()) {
                    locals.add(new Local("a" + locals.size(), type));
                }
                yield locals;
            }
        };
    }

    private static Type result(Kind kind, ShapeMember member) {
        return kind == Kind.CALL ? member.signature().result() : member.type();
    }

    /** What is done with an instance of the class. */
    private TypedStatement arm(
            Accessor accessor, ShapeMember member, ClassSymbol symbol, List<Local> parameters, Type result) {
        Span span = member.declaration().span();
        TypedExpression object = new TypedExpression.Read(span, parameters.getFirst(), symbol.type());
        Optional<FieldSymbol> field = symbol.findField(member.name());
        List<TypedExpression> given = parameters.stream()
                .skip(1)
                .<TypedExpression>map(p -> new TypedExpression.Read(span, p, p.type()))
                .toList();
        if (symbol.findAccessors(member.name()).isPresent()) {
            return giving(span, result, throughAccessors(accessor.kind(), span, symbol, member, object, given));
        }
        return switch (accessor.kind()) {
            case READ -> giving(
                    span,
                    result,
                    field.<TypedExpression>map(f -> new TypedExpression.FieldRead(span, object, f.field(), f.type()))
                            .orElseGet(() -> Nodes.zero(span, PrimitiveType.NULL)));
            case WRITE -> write(span, object, field, given.getFirst());
            case CALL -> giving(
                    span,
                    result,
                    field.map(f -> closureCall(span, object, f, member, given))
                            .orElseGet(() -> methodCall(span, object, method(symbol, accessor).orElseThrow(), member, given)));
        };
    }

    private TypedExpression throughAccessors(
            Kind kind,
            Span span,
            ClassSymbol symbol,
            ShapeMember member,
            TypedExpression object,
            List<TypedExpression> given) {
        AccessorCalls accessors = accessors(span, symbol, member);
        return switch (kind) {
            case READ -> accessors.read(List.of(object));
            case WRITE -> accessors.write(List.of(object), Coercion.convert(given.getFirst(), accessors.type()));
            case CALL -> {
                TypedExpression closure = accessors.read(List.of(object));
                FunctionType type = (FunctionType) Assignability.withoutNull(closure.type());
                yield new TypedExpression.ClosureCall(
                        span, closure, new Adaptation(member.signature(), type).passed(span, given), type.result());
            }
        };
    }

    private AccessorCalls accessors(Span span, ClassSymbol symbol, ShapeMember member) {
        FunctionBody nobody = FunctionBody.of(
                round,
                symbol.module(),
                new FunctionId(symbol.module().path(), "(accessor)"),
                TypedFunction.Kind.FUNCTION,
                Optional.of(symbol),
                ReturnTypes.of(PrimitiveType.VOID));
        return new AccessorCalls(
                nobody, span, span, symbol.findAccessors(member.name()).orElseThrow(), false);
    }

    private static TypedStatement write(
            Span span, TypedExpression object, Optional<FieldSymbol> field, TypedExpression value) {
        TypedStatement give = new TypedStatement.Return(span, Optional.of(value));
        if (field.isEmpty()) {
            return give;
        }
        TypedExpression stored = Coercion.convert(value, field.get().type());
        TypedStatement store = new TypedStatement.Evaluate(
                span, new TypedExpression.FieldWrite(span, object, field.get().field(), stored));
        return new TypedStatement.Block(span, List.of(store, give));
    }

    private static TypedExpression closureCall(
            Span span, TypedExpression object, FieldSymbol field, ShapeMember member, List<TypedExpression> given) {
        FunctionType type = (FunctionType) Assignability.withoutNull(field.type());
        TypedExpression closure = new TypedExpression.FieldRead(span, object, field.field(), type);
        return new TypedExpression.ClosureCall(
                span, closure, new Adaptation(member.signature(), type).passed(span, given), type.result());
    }

    private TypedExpression methodCall(
            Span span, TypedExpression object, FunctionSymbol method, ShapeMember member, List<TypedExpression> given) {
        Type result = round.results().resultOf(method);
        FunctionType type = method.typeWith(result);
        Method declaration = new Method(method.owner().orElseThrow().type(), method.instanceName(), type, method.id());
        return new TypedExpression.MethodCall(
                span, object, declaration, new Adaptation(member.signature(), type).passed(span, given), result);
    }

    private static TypedStatement giving(Span span, Type result, TypedExpression value) {
        if (result == PrimitiveType.VOID) {
            return new TypedStatement.Block(
                    span,
                    List.of(new TypedStatement.Evaluate(span, value), new TypedStatement.Return(span, Optional.empty())));
        }
        return new TypedStatement.Return(span, Optional.of(Coercion.convert(value, result)));
    }
}
