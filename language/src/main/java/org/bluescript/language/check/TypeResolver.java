package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.FunctionNode;
import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.Parameter;
import org.bluescript.language.ast.TypeNode;
import org.bluescript.language.source.Span;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.TypedArrayType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Finds the types that written types mean in a module. What means nothing is reported and becomes {@code never}. */
final class TypeResolver {
    private static final Map<String, Type> BUILT_IN = Map.ofEntries(
            Map.entry("integer", PrimitiveType.INTEGER),
            Map.entry("number", PrimitiveType.INTEGER),
            Map.entry("int32", PrimitiveType.INTEGER),
            Map.entry("float", PrimitiveType.FLOAT),
            Map.entry("boolean", PrimitiveType.BOOLEAN),
            Map.entry("string", PrimitiveType.STRING),
            Map.entry("null", PrimitiveType.NULL),
            Map.entry("undefined", PrimitiveType.NULL),
            Map.entry("void", PrimitiveType.VOID),
            Map.entry("any", PrimitiveType.ANY),
            Map.entry("unknown", PrimitiveType.ANY),
            // There is no value, so it does not matter what it would be; for results see NeverResults.
            Map.entry("never", PrimitiveType.ANY),
            Map.entry("FixedArray", new ArrayType(PrimitiveType.ANY)),
            Map.entry("Uint8Array", TypedArrayType.UINT8),
            Map.entry("Int8Array", TypedArrayType.INT8),
            Map.entry("Int16Array", TypedArrayType.INT16),
            Map.entry("Uint16Array", TypedArrayType.UINT16),
            Map.entry("Int32Array", TypedArrayType.INT32),
            Map.entry("Float32Array", TypedArrayType.FLOAT32));
    private static final Set<String> NOT_YET = Set.of("object");
    private static final Map<String, String> OTHER_LANGUAGES = Map.of(
            "int", "integer", "double", "float", "bool", "boolean", "String", "string", "Number", "number", "Boolean",
            "boolean", "char", "string", "uint8", "integer", "Record", "Map");

    private final Round round;
    private final ModuleScope module;
    private final Scope scope;
    private final Optional<Type> self;

    /** {@code scope} is where the types are written, within {@code module}. */
    TypeResolver(Round round, ModuleScope module, Scope scope) {
        this(round, module, scope, Optional.empty());
    }

    private TypeResolver(Round round, ModuleScope module, Scope scope, Optional<Type> self) {
        this.round = round;
        this.module = module;
        this.scope = scope;
        this.self = self;
    }

    /** The same where {@code this}, as a type, means {@code type}. */
    TypeResolver withThis(Type type) {
        return new TypeResolver(round, module, scope, Optional.of(type));
    }

    /** The same where the names of {@code inner}, a scope in this one, are known too. */
    TypeResolver in(Scope inner) {
        return new TypeResolver(round, module, inner, self);
    }

    /** Where the types are written. */
    Scope scope() {
        return scope;
    }

    /** The built-in type of the name; null if it is none. */
    static Type builtIn(String name) {
        return BUILT_IN.get(name);
    }

    /** The type of a variable, parameter, property or element, which must have values. */
    Type resolve(TypeNode node) {
        if (node instanceof TypeNode.Guard) {
            round.error(node.span(), "\"is\" stands only in the result of a function", "write boolean");
            return PrimitiveType.NEVER;
        }
        Type type = resolveResult(node);
        if (type == PrimitiveType.VOID) {
            round.error(node.span(), "void is only the result type of a function");
            return PrimitiveType.NEVER;
        }
        return type;
    }

    /** The result type of a function, which may also be {@code void}. */
    Type resolveResult(TypeNode node) {
        return switch (node) {
            case TypeNode.Named n -> named(n);
            case TypeNode.Array n -> arrayOf(resolve(n.element()));
            case TypeNode.Union n -> union(n);
            case TypeNode.Object n -> new InterfaceDeclarations(round, module, this).anonymous(n);
            case TypeNode.Literal n -> literal(n);
            case TypeNode.This n -> self(n);
            case TypeNode.Guard n -> PrimitiveType.BOOLEAN;
            case TypeNode.Function n -> functionType(n.parameters(), resolveResult(n.result()));
        };
    }

    /** The type of a function that declares the types of all its parameters and of its result; nothing of any other. */
    Optional<FunctionType> signature(FunctionNode function) {
        boolean complete = function.result().isPresent()
                && function.parameters().stream().allMatch(p -> p.type().isPresent() || p.defaultValue().isEmpty());
        return complete
                ? Optional.of(functionType(function.parameters(), resolveResult(function.result().get())))
                : Optional.empty();
    }

    private FunctionType functionType(List<Parameter> parameters, Type result) {
        return Signatures.type(parameters, parameters.stream().map(this::parameter).toList(), result);
    }

    /** The type of a parameter; that of a rest parameter is an array. */
    Type resolve(Parameter parameter, TypeNode written) {
        Type type = resolve(written);
        if (parameter.kind() == Parameter.Kind.REST && !(type instanceof ArrayType) && !Assignability.isUnknown(type)) {
            round.error(written.span(), "a rest parameter is an array", "write ..." + parameter.name() + ": " + type + "[]");
            return PrimitiveType.NEVER;
        }
        return type;
    }

    /** A value of the type, or null. */
    static Type orNull(Type type) {
        return Unions.of(List.of(type, PrimitiveType.NULL));
    }

    /** The class that the written type means; reports anything else. */
    Optional<ClassSymbol> resolveClass(TypeNode.Named node) {
        Optional<Symbol> symbol = find(node);
        String name = node.name().text();
        if (symbol.isEmpty() && node.qualifier().isEmpty() && (isArray(name) || BUILT_IN.containsKey(name))) {
            round.error(node.span(), "\"" + node.name() + "\" is not a class");
            return Optional.empty();
        }
        if (symbol.isEmpty()) {
            reportUnknown(node);
            return Optional.empty();
        }
        if (symbol.get() instanceof GenericClass generic) {
            return instance(node, generic);
        }
        if (!(symbol.get() instanceof ClassSymbol found)) {
            round.error(node.span(), "\"" + node.name() + "\" is " + article(symbol.get().kind()) + ", not a class");
            return Optional.empty();
        }
        rejectArguments(node);
        return Optional.of(found);
    }

    /** The interface that the written type means; reports anything else. */
    Optional<InterfaceSymbol> resolveInterface(TypeNode.Named node) {
        Optional<InterfaceSymbol> found = findInterface(node);
        boolean isGeneric = find(node).filter(GenericInterface.class::isInstance).isPresent();
        if (found.isEmpty() && !isGeneric && !Assignability.isUnknown(named(node))) {
            round.error(node.span(), "\"" + node.name() + "\" is not an interface");
        }
        return found;
    }

    /** The interface that the written type means, if it is one. */
    Optional<InterfaceSymbol> findInterface(TypeNode.Named node) {
        return find(node).flatMap(symbol -> switch (symbol) {
            case InterfaceSymbol s -> Optional.of(s);
            case GenericInterface s -> arguments(node, s.generic(round)).map(a -> s.instance(round, a, node.span()));
            default -> Optional.empty();
        });
    }

    /** The type arguments that are written, and those that may be left out; nothing, with a message, if they are wrong. */
    private Optional<List<Type>> arguments(TypeNode.Named node, Generic generic) {
        List<Type> written = node.arguments().stream().map(this::resolveResult).toList();
        return written.stream().anyMatch(Assignability::isUnknown)
                ? Optional.empty()
                : new TypeArguments(round)
                        .complete(generic, node.name().text(), written, node.span())
                        .filter(a -> !round.instances().isTooDeep(a, node.name().text(), node.span()));
    }

    /** The instance of a generic class that the written type means. */
    private Optional<ClassSymbol> instance(TypeNode.Named node, GenericClass generic) {
        List<Type> written = node.arguments().stream().map(this::resolve).toList();
        if (written.stream().anyMatch(Assignability::isUnknown)) {
            return Optional.empty();
        }
        return new TypeArguments(round)
                .complete(generic.generic(round), generic.name(), written, node.span())
                .flatMap(arguments -> round.instances().classOf(generic, arguments, node.span()));
    }

    /** The generic class that the written name means, if it means one. */
    Optional<GenericClass> findGeneric(TypeNode.Named node) {
        return find(node).filter(GenericClass.class::isInstance).map(GenericClass.class::cast);
    }

    static Type arrayOf(Type element) {
        return element == PrimitiveType.NEVER ? PrimitiveType.NEVER : new ArrayType(element);
    }

    static String article(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    private Type parameter(Parameter parameter) {
        return parameter.type().map(t -> resolve(parameter, t)).orElseGet(() -> Signatures.ofUntyped(parameter));
    }

    /** The two names of arrays; nobody checks that nothing is stored through the second. */
    private static boolean isArray(String name) {
        return name.equals("Array") || name.equals("ReadonlyArray");
    }

    private Type named(TypeNode.Named node) {
        String name = node.name().text();
        Optional<Symbol> symbol = find(node);
        if (symbol.isEmpty() && node.qualifier().isEmpty() && isArray(name)) {
            if (node.arguments().size() != 1) {
                round.error(node.span(), "Array needs the type of its elements", "write Array<integer> or integer[]");
                return PrimitiveType.NEVER;
            }
            return arrayOf(resolve(node.arguments().getFirst()));
        }
        if (symbol.isEmpty() && node.qualifier().isEmpty() && BUILT_IN.containsKey(name)) {
            rejectArguments(node);
            return BUILT_IN.get(name);
        }
        if (symbol.isEmpty() && node.qualifier().isEmpty() && DerivedTypes.has(name)) {
            List<Type> arguments = node.arguments().stream().map(this::resolve).toList();
            return new DerivedTypes(round).of(node, arguments);
        }
        if (symbol.isEmpty()) {
            reportUnknown(node);
            return PrimitiveType.NEVER;
        }
        if (symbol.get() instanceof GenericClass generic) {
            return instance(node, generic).<Type>map(ClassSymbol::type).orElse(PrimitiveType.NEVER);
        }
        if (symbol.get() instanceof GenericInterface) {
            return findInterface(node).<Type>map(InterfaceSymbol::type).orElse(PrimitiveType.NEVER);
        }
        if (symbol.get() instanceof GenericAlias generic) {
            return arguments(node, generic.generic(round))
                    .map(a -> generic.instance(round, a, node.span()))
                    .orElse(PrimitiveType.NEVER);
        }
        rejectArguments(node);
        return switch (symbol.get()) {
            case ClassSymbol s -> s.type();
            case InterfaceSymbol s -> s.type();
            case TypeSymbol s -> s.type();
            case EnumSymbol s -> s.type();
            case AliasSymbol s -> aliased(s);
            case Symbol s -> {
                round.error(node.span(), "\"" + name + "\" is " + article(s.kind()) + ", not a type");
                yield PrimitiveType.NEVER;
            }
        };
    }

    /** What the alias stands for; every mistake in it is reported once. */
    Type aliased(AliasSymbol alias) {
        if (alias.type() != null) {
            return alias.type();
        }
        if (AliasCycles.standsForItself(alias)) {
            round.error(alias.node().name().span(), "the type \"" + alias.name() + "\" stands for itself");
            alias.setType(PrimitiveType.NEVER);
        } else if (alias.active() > 1) {
            alias.reportContainsItself(round);
            alias.setType(PrimitiveType.NEVER);
        } else {
            alias.enter();
            define(alias);
            alias.leave();
        }
        return alias.type();
    }

    private void define(AliasSymbol alias) {
        TypeNode node = alias.node().type();
        if (node instanceof TypeNode.Union && AliasCycles.mentions(node, alias.scope(), alias)) {
            new RecursiveAlias(round, alias).resolve();
            return;
        }
        Type type = new TypeResolver(round, alias.module(), alias.scope()).resolveResult(node);
        if (alias.type() == null) {
            alias.setType(type);
        }
    }

    /** Finds what the alias stands for, though nobody may use it. */
    void resolveAlias(AliasSymbol alias) {
        aliased(alias);
    }

    private Optional<Symbol> find(TypeNode.Named node) {
        return find(scope, node);
    }

    /** What the name of a type means in the scope. */
    static Optional<Symbol> find(Scope scope, TypeNode.Named node) {
        if (node.qualifier().isEmpty()) {
            String name = node.name().text();
            return scope.findType(name)
                    .or(() -> scope.find(name)
                            .filter(s -> !(s instanceof BuiltinSymbol)
                                    && !isArray(name)
                                    && !BUILT_IN.containsKey(name)));
        }
        return scope.find(node.qualifier().get().text())
                .filter(ModuleSymbol.class::isInstance)
                .map(s -> ((ModuleSymbol) s).module())
                .map(m -> m.exports().get(node.name().text()));
    }

    private void reportUnknown(TypeNode.Named node) {
        String name = node.name().text();
        if (module.mayHaveLost(node.qualifier().map(Name::text).orElse(name))) {
            return;
        }
        if (node.qualifier().isPresent()) {
            reportUnknownMember(node.qualifier().get(), node.name());
        } else if (NOT_YET.contains(name)) {
            round.missing(
                    node.span(), "type", name, "the type \"" + name + "\" is not in the language yet",
                    Optional.of("write any, or the name of an interface"));
        } else {
            List<String> candidates = new ArrayList<>(BUILT_IN.keySet());
            scope.names().stream().filter(this::isType).forEach(candidates::add);
            Optional<String> help = Optional.ofNullable(OTHER_LANGUAGES.get(name))
                    .map(n -> "did you mean \"" + n + "\"?")
                    .or(() -> Suggestion.of(name, candidates));
            round.missing(node.span(), "type", name, "there is no type \"" + name + "\"", help);
        }
    }

    private boolean isType(String name) {
        return scope.findType(name).isPresent();
    }

    private void reportUnknownMember(Name qualifier, Name name) {
        Optional<Symbol> symbol = scope.find(qualifier.text());
        if (symbol.isEmpty()) {
            round.error(qualifier.span(), "there is no module \"" + qualifier + "\"");
        } else if (!(symbol.get() instanceof ModuleSymbol m)) {
            round.error(qualifier.span(), "\"" + qualifier + "\" is " + article(symbol.get().kind()) + ", not a module");
        } else if (m.module() != null && !m.module().isBroken()) {
            round.error(
                    name.span(),
                    "the module \"" + m.module().path() + "\" exports no \"" + name + "\"",
                    Suggestion.of(name.text(), m.module().exports().keySet()));
        }
    }

    private void rejectArguments(TypeNode.Named node) {
        if (!node.arguments().isEmpty()) {
            round.error(node.span(), "the type \"" + node.name() + "\" takes no type arguments");
        }
    }

    private Type self(TypeNode.This node) {
        if (self.isEmpty()) {
            round.error(node.span(), "there is no type \"this\" here: it stands in methods of classes and interfaces");
        }
        return self.orElse(PrimitiveType.NEVER);
    }

    private static Type literal(TypeNode.Literal node) {
        return switch (node.value()) {
            case Expression.StringLiteral v -> PrimitiveType.STRING;
            case Expression.BooleanLiteral v -> PrimitiveType.BOOLEAN;
            case Expression.FloatLiteral v -> PrimitiveType.FLOAT;
            case Expression.Unary v when v.operand() instanceof Expression.FloatLiteral -> PrimitiveType.FLOAT;
            default -> PrimitiveType.INTEGER;
        };
    }

    /** The values of which the written type is the type, if it lists them; else none. */
    Set<Object> literals(TypeNode node) {
        return switch (node) {
            case TypeNode.Literal n -> Set.of(Discriminants.literal(n));
            case TypeNode.Union n -> {
                Set<Object> values = new HashSet<>();
                for (TypeNode alternative : n.alternatives()) {
                    Set<Object> some = literals(alternative);
                    if (some.isEmpty()) {
                        yield Set.of();
                    }
                    values.addAll(some);
                }
                yield values;
            }
            case TypeNode.Named n -> find(n).map(s -> s instanceof AliasSymbol a
                            ? new TypeResolver(round, a.module(), a.scope()).literals(a.node().type())
                            : Set.of())
                    .orElse(Set.of());
            default -> Set.of();
        };
    }

    private Type union(TypeNode.Union node) {
        List<Type> members = node.alternatives().stream().map(this::resolve).toList();
        if (members.contains(PrimitiveType.ANY)) {
            return PrimitiveType.ANY;
        }
        return Unions.of(members);
    }
}
