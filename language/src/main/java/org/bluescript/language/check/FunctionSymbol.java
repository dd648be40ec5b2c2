package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.bluescript.language.ast.ClassMember.Modifiers;
import org.bluescript.language.ast.FunctionNode;
import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.Parameter;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** A declared function, method or constructor. */
final class FunctionSymbol implements Symbol {
    /** How far the check of the body has come in this round. */
    enum State {
        WAITING,
        ACTIVE,
        CHECKED
    }

    private final Name name;
    private final FunctionNode node;
    private final ModuleScope module;
    private final FunctionId id;
    private final Optional<ClassSymbol> owner;
    private final Modifiers modifiers;
    private final Optional<Surroundings> surroundings;
    private FunctionType signature = new FunctionType(List.of(), PrimitiveType.VOID);
    private Supplier<FunctionType> completion;
    private Scope around;
    private List<Type> typeArguments;
    private List<Type> ownArguments = List.of();
    private Optional<Generic> generic = Optional.empty();
    private Optional<Generic> instanceOf = Optional.empty();
    private Optional<Type> declaredResult = Optional.empty();
    private Runnable pending;
    private Type result;
    private State state = State.WAITING;

    /** Where a function stands that is declared in a block. */
    record Surroundings(FunctionBody function, Scope scope) {}

    /** A function of a module, a method or a constructor. */
    FunctionSymbol(
            Name name,
            FunctionNode node,
            ModuleScope module,
            FunctionId id,
            Optional<ClassSymbol> owner,
            Modifiers modifiers) {
        this(name, node, module, id, owner, modifiers, Optional.empty());
    }

    /** A function that is declared in the block at which the check of {@code around} stands. */
    static FunctionSymbol nested(Name name, FunctionNode node, FunctionBody around) {
        return new FunctionSymbol(
                name,
                node,
                around.module(),
                around.nestedId(name),
                Optional.empty(),
                Modifiers.NONE,
                Optional.of(new Surroundings(around, around.scope())));
    }

    private FunctionSymbol(
            Name name,
            FunctionNode node,
            ModuleScope module,
            FunctionId id,
            Optional<ClassSymbol> owner,
            Modifiers modifiers,
            Optional<Surroundings> surroundings) {
        this.name = name;
        this.node = node;
        this.module = module;
        this.id = id;
        this.owner = owner;
        this.modifiers = modifiers;
        this.surroundings = surroundings;
        this.around = surroundings
                .map(Surroundings::scope)
                .orElseGet(() -> owner.map(ClassSymbol::around).orElseGet(module::scope));
        this.typeArguments = surroundings
                .map(s -> s.function().typeArguments())
                .orElseGet(() -> owner.map(o -> o.type().arguments()).orElse(List.of()));
    }

    /** What this function, whose type parameters are {@code of}, becomes with these type arguments; its signature is not known yet. */
    FunctionSymbol instance(Generic of, List<Type> arguments, FunctionId instanceId) {
        FunctionSymbol result = new FunctionSymbol(name, node, module, instanceId, owner, modifiers, surroundings);
        result.becomeInstance(of, arguments);
        return result;
    }

    private void becomeInstance(Generic of, List<Type> arguments) {
        instanceOf = Optional.of(of);
        around = of.scopeWith(arguments);
        List<Type> all = new ArrayList<>(typeArguments);
        all.addAll(arguments);
        typeArguments = List.copyOf(all);
        ownArguments = List.copyOf(arguments);
    }

    /** Makes it the pattern of a generic function: what it is for the placeholders of the type parameters. */
    void makeGeneric(Generic parameters) {
        generic = Optional.of(parameters);
        becomeInstance(parameters, parameters.placeholders());
    }

    /** Its type parameters, if it is the pattern of a generic function. */
    Optional<Generic> generic() {
        return generic;
    }

    /** The type parameters to which {@link #ownArguments} gives a meaning. */
    Optional<Generic> instanceOf() {
        return instanceOf;
    }

    /** What its text sees around it: the module's names, and the meaning of type parameters. */
    Scope around() {
        return around;
    }

    /** The meaning of all type parameters that its text sees, its class's first. */
    List<Type> typeArguments() {
        return typeArguments;
    }

    /** The meaning of its own type parameters. */
    List<Type> ownArguments() {
        return ownArguments;
    }

    /** The name with the type arguments, as methods of a class are told apart. */
    String instanceName() {
        return name.text() + ClassType.argumentList(ownArguments);
    }

    @Override
    public String name() {
        return name.text();
    }

    @Override
    public String kind() {
        return owner.isPresent() ? "method" : "function";
    }

    /** The name where it was declared. */
    Name declaration() {
        return name;
    }

    FunctionNode node() {
        return node;
    }

    ModuleScope module() {
        return module;
    }

    FunctionId id() {
        return id;
    }

    /** The class that declares it, for a method or constructor. */
    Optional<ClassSymbol> owner() {
        return owner;
    }

    Modifiers modifiers() {
        return modifiers;
    }

    /** The block in which it is declared, if it is in one. */
    Optional<Surroundings> surroundings() {
        return surroundings;
    }

    /** A body for the check, or the trial of a part. */
    FunctionBody body(Round round, TypedFunction.Kind kind, ReturnTypes returns) {
        return surroundings
                .map(s -> FunctionBody.nested(s.function(), this, kind, returns))
                .orElseGet(() -> FunctionBody.of(round, this, kind, returns));
    }

    /** What it takes; the result in it means nothing. Known once the declarations of the module have been resolved. */
    FunctionType signature() {
        resolve();
        if (completion != null) {
            Supplier<FunctionType> waiting = completion;
            completion = null;
            signature = waiting.get();
        }
        return signature;
    }

    List<Type> parameters() {
        return signature().parameters();
    }

    /** The types of the parameters as variables in the function: one that need not be given, and has no default, may be null. */
    List<Type> variableTypes(TypeResolver types) {
        List<Type> result = new ArrayList<>();
        for (int i = 0; i < node.parameters().size(); i++) {
            Parameter parameter = node.parameters().get(i);
            boolean mayBeNull = parameter.kind() == Parameter.Kind.OPTIONAL && parameter.defaultValue().isEmpty();
            result.add(mayBeNull ? TypeResolver.orNull(parameters().get(i)) : parameters().get(i));
        }
        return result;
    }

    Optional<Type> declaredResult() {
        resolve();
        return declaredResult;
    }

    void setSignature(FunctionType known, Optional<Type> declared) {
        signature = known;
        declaredResult = declared;
    }

    /** Gives the whole signature when somebody first needs it; until that has come to an end, what is known goes for it. */
    void completeLater(Supplier<FunctionType> whole) {
        completion = whole;
    }

    /** Leaves finding the signature to when it is first asked for; {@code resolution} sets it. */
    void resolveLater(Runnable resolution) {
        pending = resolution;
    }

    private void resolve() {
        Runnable resolution = pending;
        pending = null;
        if (resolution != null) {
            resolution.run();
        }
    }

    State state() {
        return state;
    }

    void begin() {
        state = State.ACTIVE;
    }

    /** The body has been checked and gives a value of this type. */
    void finish(Type found) {
        state = State.CHECKED;
        result = found;
    }

    /** The result type found by the check of the body. */
    Type result() {
        return result;
    }

    FunctionType typeWith(Type resultType) {
        FunctionType whole = signature();
        return new FunctionType(whole.parameters(), resultType, whole.required(), whole.hasRest());
    }
}
