package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Method;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.Variable;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.UnionType;

/** Checks calls and creations. */
final class Calls {
    private final FunctionBody body;
    private final ExpressionChecker expressions;
    private final Round round;
    private final BuiltinCalls builtins;
    private final BuiltinMethods builtinMethods;
    private final GenericCalls generics;
    private final Creations creations;
    private final Arguments arguments;
    private final DynamicAccess dynamic;
    private final NumberTexts numberTexts;

    Calls(FunctionBody body, ExpressionChecker expressions) {
        this.body = body;
        this.expressions = expressions;
        this.round = body.round();
        this.builtins = new BuiltinCalls(body, expressions, this);
        this.builtinMethods = new BuiltinMethods(body, expressions, this);
        this.arguments = new Arguments(body, expressions);
        this.generics = new GenericCalls(body, expressions);
        this.creations = new Creations(body, expressions, this, generics);
        this.dynamic = new DynamicAccess(body, expressions, this);
        this.numberTexts = new NumberTexts(body, expressions, this);
    }

    TypedExpression check(Expression.Call e, Type expected) {
        return switch (e.callee()) {
            case Expression.Super callee -> misplacedSuper(e);
            case Expression.Member callee when callee.object() instanceof Expression.Super -> superMethod(e, callee, expected);
            case Expression.Member callee -> member(e, callee, expected);
            case Expression.Identifier callee -> named(e, callee, expected);
            default -> closure(e, expressions.value(e.callee(), PrimitiveType.NEVER));
        };
    }

    TypedExpression creation(Expression.New e, Type expected) {
        return creations.check(e, expected);
    }

    /** What is passed in a call to a function of the type, which is there under the name {@code callee}. */
    List<TypedExpression> arguments(Span call, List<Expression> written, String callee, FunctionType type) {
        return arguments.of(call, written, callee, type);
    }

    List<TypedExpression> arguments(Expression.Call e, String callee, FunctionType type) {
        return arguments.of(e.span(), e.arguments(), callee, type);
    }

    /** What {@code make} makes of operands among which such arguments are, evaluated in order. */
    TypedExpression inOrder(
            Span span, List<TypedExpression> operands, Function<List<TypedExpression>, TypedExpression> make) {
        return arguments.inOrder(span, operands, make);
    }

    void reportCount(Expression.Call e, String callee, int wanted) {
        arguments.reportCount(e.span(), callee, wanted, e.arguments().size());
    }

    private TypedExpression misplacedSuper(Expression.Call e) {
        checkAll(e.arguments());
        round.error(e.span(), "super(…) is only the first statement of a constructor of a subclass");
        return Nodes.unknown(e.span());
    }

    private TypedExpression named(Expression.Call e, Expression.Identifier callee, Type expected) {
        Optional<Symbol> symbol = body.scope().find(callee.name());
        if (symbol.isEmpty()) {
            expressions.value(callee, PrimitiveType.NEVER);
            checkAll(e.arguments());
            return Nodes.unknown(e.span());
        }
        return symbol(e, symbol.get(), expected);
    }

    private TypedExpression symbol(Expression.Call e, Symbol symbol, Type expected) {
        return switch (symbol) {
            case FunctionSymbol s -> function(e, s, expected);
            case BuiltinSymbol s when !s.isNamespace() && BuiltinNames.constant(s.name()).isEmpty() ->
                builtins.check(e, s.name(), expected);
            case VariableSymbol s -> {
                expressions.guards().note(e, s);
                yield closure(e, expressions.variables().read(e.callee().span(), s));
            }
            case Symbol s -> {
                checkAll(e.arguments());
                round.error(
                        e.callee().span(),
                        "the " + s.kind() + " \"" + s.name() + "\" cannot be called",
                        s instanceof ClassSymbol || s instanceof GenericClass
                                ? Optional.of("write new " + s.name() + "(…) to make an instance")
                                : Optional.empty());
                yield Nodes.unknown(e.span());
            }
        };
    }

    private TypedExpression member(Expression.Call e, Expression.Member callee, Type expected) {
        Optional<Namespaces.Found> found = expressions.members().namespaces().find(callee);
        if (found.isEmpty()) {
            return method(e, callee, expressions.members().object(callee), expected);
        }
        return switch (found.get()) {
            case Namespaces.OfSymbol s -> symbol(e, s.symbol(), expected);
            case Namespaces.OfBuiltin b -> builtins.check(e, b.namespace() + "." + b.name(), expected);
            case Namespaces.OfAccessors s -> closure(e, expressions.members().namespaces().valueOf(s, callee, PrimitiveType.NEVER));
            case Namespaces.OfEnum m -> {
                checkAll(e.arguments());
                round.error(callee.span(), "a value of type " + m.of().type() + " cannot be called");
                yield Nodes.unknown(e.span());
            }
            case Namespaces.Missing m -> {
                checkAll(e.arguments());
                yield Nodes.unknown(e.span());
            }
        };
    }

    private TypedExpression function(Expression.Call e, FunctionSymbol named, Type expected) {
        return function(e, named, named.name(), expected);
    }

    /** The call of a function that messages call {@code name}. */
    TypedExpression function(Expression.Call e, FunctionSymbol named, String name, Type expected) {
        Optional<FunctionSymbol> resolved = generics.resolve(e, named, name, expected);
        if (resolved.isEmpty()) {
            checkAll(e.arguments());
            return Nodes.unknown(e.span());
        }
        FunctionSymbol function = resolved.get();
        if (!NestedGenerics.isUsable(body, function, e.callee().span())) {
            checkAll(e.arguments());
            return Nodes.unknown(e.span());
        }
        expressions.guards().note(e, function);
        round.instances().use(function);
        List<TypedExpression> arguments = arguments(e, name, function.signature());
        Type result = round.results().resultOf(function);
        List<VariableSymbol> captured = NestedGenerics.capturedBy(round, function);
        TypedExpression call = captured.isEmpty()
                ? build(e.span(), arguments, result, o -> new TypedExpression.Call(e.span(), function.id(), o, result))
                : capturing(e, function, captured, arguments, result);
        NeverResults.leave(body, function);
        return call;
    }

    /** The call of a function that captures variables and is made for the call. */
    private TypedExpression capturing(
            Expression.Call e,
            FunctionSymbol function,
            List<VariableSymbol> captured,
            List<TypedExpression> arguments,
            Type result) {
        List<Variable> variables = captured.stream().map(body::variableFor).toList();
        List<TypedExpression> operands = new ArrayList<>();
        operands.add(new TypedExpression.MakeClosure(e.callee().span(), function.id(), variables, function.typeWith(result)));
        operands.addAll(arguments);
        return build(
                e.span(),
                operands,
                result,
                o -> new TypedExpression.ClosureCall(e.span(), o.getFirst(), o.subList(1, o.size()), result));
    }

    /** The call of a method that is a function of the prelude with the receiver as first argument. */
    TypedExpression ofPrelude(
            Expression.Call e,
            FunctionSymbol function,
            Expression object,
            TypedExpression receiver,
            Type expected) {
        List<Expression> written = new ArrayList<>(List.of(object));
        written.addAll(e.arguments());
        expressions.remember(object, receiver);
        String name = Prelude.shownName(function.name());
        Optional<FunctionSymbol> resolved = generics.resolveMethod(e, written, function, name, expected);
        if (resolved.isEmpty()) {
            expressions.forget(object);
            checkAll(e.arguments());
            return Nodes.unknown(e.span());
        }
        FunctionSymbol instance = resolved.get();
        List<TypedExpression> operands = arguments.ofMethod(e.span(), written, name, instance.signature());
        Type result = round.results().resultOf(instance);
        round.instances().use(instance);
        return build(e.span(), operands, result, o -> new TypedExpression.Call(e.span(), instance.id(), o, result));
    }

    /** The call of a function of the library whose arguments are right. */
    TypedExpression ofLibrary(Span span, FunctionSymbol function, List<TypedExpression> operands) {
        Type result = round.results().resultOf(function);
        round.instances().use(function);
        return build(span, operands, result, o -> new TypedExpression.Call(span, function.id(), o, result));
    }

    private TypedExpression method(
            Expression.Call e, Expression.Member callee, TypedExpression receiver, Type expected) {
        String name = callee.name().text();
        if (Nodes.isUnknown(receiver)) {
            checkAll(e.arguments());
            return Nodes.unknown(e.span());
        }
        if (receiver.type() == PrimitiveType.ANY) {
            // The library means the members of objects themselves.
            return Optional.of(name)
                    .filter(n -> !body.module().isBuiltIn())
                    .flatMap(n -> numberTexts.method(e, n, receiver))
                    .orElseGet(() -> dynamic.methodCall(e, receiver, name));
        }
        if (name.equals("entries") && e.arguments().isEmpty() && Iterables.hasEntries(receiver.type())) {
            return new Iterables(body, expressions).entries(e.span(), receiver);
        }
        Optional<TypedExpression> text = hasOwn(receiver.type(), name) ? Optional.empty() : numberTexts.method(e, name, receiver);
        if (text.isPresent()) {
            return text.get();
        }
        if (receiver.type() instanceof ClassType type) {
            Optional<FunctionSymbol> method = round.classOf(type).findMethod(name);
            if (method.isPresent()) {
                return classMethod(e, callee, receiver, method.get(), expected);
            }
            Optional<AccessorCalls> accessors = expressions.members().accessors(callee, type);
            if (accessors.isPresent()) {
                return closure(e, accessors.get().read(List.of(receiver)));
            }
            Optional<FieldSymbol> field = expressions.members().field(callee, receiver, type);
            if (field.isPresent()) {
                return closure(e, expressions.members().readField(callee, receiver, field.get()));
            }
        } else if (interfaceOf(receiver.type()).flatMap(t -> round.interfaceOf(t).find(name)).isPresent()) {
            return interfaceMethod(e, callee, receiver, interfaceOf(receiver.type()).get(), expected);
        } else if (BuiltinMethods.namesFor(receiver.type()).contains(name)) {
            return builtinMethods.check(e, callee, receiver, expected);
        } else if (Members.isSequence(receiver.type()) && name.equals("length")) {
            round.error(callee.span(), "\"length\" is a property, not a method", "write it without (…)");
        } else {
            expressions.members().reportMissing(callee, receiver.type());
        }
        checkAll(e.arguments());
        return Nodes.unknown(e.span());
    }

    private boolean hasOwn(Type type, String name) {
        return type instanceof ClassType t && Presences.has(round.classOf(t), name)
                || interfaceOf(type).flatMap(t -> round.interfaceOf(t).find(name)).isPresent();
    }

    private TypedExpression classMethod(
            Expression.Call e,
            Expression.Member callee,
            TypedExpression receiver,
            FunctionSymbol named,
            Type expected) {
        boolean allowed = Access.check(body, named, callee.name().span());
        Optional<FunctionSymbol> resolved = generics.resolve(e, named, expected);
        if (resolved.isEmpty()) {
            checkAll(e.arguments());
            return Nodes.unknown(e.span());
        }
        FunctionSymbol method = resolved.get();
        expressions.guards().note(e, method);
        round.instances().use(method);
        List<TypedExpression> operands = new ArrayList<>(List.of(receiver));
        operands.addAll(arguments(e, method.name(), method.signature()));
        Type result = round.results().resultOf(method);
        Method declaration = new Method(
                method.owner().orElseThrow().type(), method.instanceName(), method.typeWith(result), method.id());
        TypedExpression call = build(
                e.span(),
                operands,
                result,
                o -> new TypedExpression.MethodCall(
                        e.span(), o.getFirst(), declaration, o.subList(1, o.size()), result));
        NeverResults.leave(body, method);
        return allowed ? ThisResults.asReceiver(round, call, method, receiver.type()) : Nodes.unknown(e.span());
    }

    /** The interface through which the members of such a value are used. */
    private Optional<InterfaceType> interfaceOf(Type type) {
        return switch (type) {
            case InterfaceType t -> Optional.of(t);
            case UnionType t -> round.shapes().common(t);
            default -> Optional.empty();
        };
    }

    private TypedExpression interfaceMethod(
            Expression.Call e, Expression.Member callee, TypedExpression receiver, InterfaceType type, Type expected) {
        ShapeMember member = round.interfaceOf(type).find(callee.name().text()).orElseThrow();
        if (!member.isMethod()) {
            return closure(e, expressions.members().readMember(callee, receiver, type, member));
        }
        if (member.isOptional()) {
            checkAll(e.arguments());
            round.error(
                    callee.span(),
                    "the method \"" + member.name() + "\" may be missing here",
                    "declare it as a property of a function type, and test that for null");
            return Nodes.unknown(e.span());
        }
        Optional<List<Type>> typeArguments = generics.resolve(e, member, expected);
        if (typeArguments.isEmpty()) {
            checkAll(e.arguments());
            return Nodes.unknown(e.span());
        }
        FunctionType signature = member.instance(typeArguments.get()).signature();
        List<TypedExpression> operands = new ArrayList<>(List.of(receiver));
        operands.addAll(arguments(e, member.name(), signature));
        FunctionId accessor = round.accessors().calling(type, member.name(), typeArguments.get());
        return build(
                e.span(),
                operands,
                signature.result(),
                o -> new TypedExpression.Call(e.span(), accessor, o, signature.result()));
    }

    private TypedExpression superMethod(Expression.Call e, Expression.Member callee, Type expected) {
        Optional<ClassSymbol> superclass = body.owner().flatMap(ClassSymbol::superclass);
        Optional<VariableSymbol> receiver = body.receiver();
        if (superclass.isEmpty() || receiver.isEmpty()) {
            checkAll(e.arguments());
            round.error(callee.object().span(), "there is no superclass here");
            return Nodes.unknown(e.span());
        }
        Optional<FunctionSymbol> named = superclass.get().findMethod(callee.name().text());
        if (named.isEmpty()) {
            checkAll(e.arguments());
            round.error(
                    callee.name().span(),
                    "the class \"" + superclass.get().name() + "\" has no method \"" + callee.name() + "\"",
                    Suggestion.of(callee.name().text(), superclass.get().methods().keySet()));
            return Nodes.unknown(e.span());
        }
        boolean allowed = Access.check(body, named.get(), callee.name().span());
        if (named.get().modifiers().isAbstract()) {
            round.error(callee.span(), "the method \"" + callee.name() + "\" of the superclass is abstract");
            allowed = false;
        }
        Optional<FunctionSymbol> method = generics.resolve(e, named.get(), expected);
        if (method.isEmpty()) {
            checkAll(e.arguments());
            return Nodes.unknown(e.span());
        }
        round.instances().use(method.get());
        List<TypedExpression> operands = new ArrayList<>();
        operands.add(expressions.variables().read(callee.object().span(), receiver.get()));
        operands.addAll(arguments(e, method.get().name(), method.get().signature()));
        Type result = round.results().resultOf(method.get());
        TypedExpression call = build(
                e.span(), operands, result, o -> new TypedExpression.Call(e.span(), method.get().id(), o, result));
        return allowed
                ? ThisResults.asReceiver(round, call, method.get(), body.owner().orElseThrow().type())
                : Nodes.unknown(e.span());
    }

    private TypedExpression closure(Expression.Call e, TypedExpression callee) {
        if (Nodes.isUnknown(callee)) {
            checkAll(e.arguments());
            return Nodes.unknown(e.span());
        }
        TypedExpression function = expressions.members().notNull(e.callee(), callee);
        if (function.type() == PrimitiveType.ANY) {
            return dynamic.call(e, function);
        }
        if (!(function.type() instanceof FunctionType type)) {
            checkAll(e.arguments());
            if (!Nodes.isUnknown(function)) {
                round.error(e.callee().span(), "a value of type " + callee.type() + " cannot be called");
            }
            return Nodes.unknown(e.span());
        }
        String text = Members.shortText(e.callee().span()).replace("\"", "");
        List<TypedExpression> operands = new ArrayList<>(List.of(function));
        operands.addAll(arguments(e, text.equals("this") ? "the function" : text, type));
        return build(
                e.span(),
                operands,
                type.result(),
                o -> new TypedExpression.ClosureCall(
                        e.span(), o.getFirst(), o.subList(1, o.size()), type.result()));
    }

    /** The call of some function of the program, which may do anything. */
    TypedExpression build(
            Span span,
            List<TypedExpression> operands,
            Type result,
            Function<List<TypedExpression>, TypedExpression> make) {
        body.forgetAcrossCall();
        if (operands.stream().anyMatch(Nodes::isUnknown) || Assignability.isUnknown(result)) {
            return Nodes.unknown(span);
        }
        return arguments.inOrder(span, operands, make);
    }

    /** Finds the mistakes in arguments of which nothing else is known. */
    void checkAll(List<Expression> written) {
        written.forEach(a -> {
            if (!(a instanceof Expression.Function)) {
                expressions.value(a instanceof Expression.Spread s ? s.operand() : a, PrimitiveType.NEVER);
            }
        });
    }
}
