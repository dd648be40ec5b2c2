package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.bluescript.language.ast.Name;
import org.bluescript.language.typed.Capture;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.Variable;
import org.bluescript.language.types.Type;

/**
 * One function while its body is being checked: where in it the check stands, what is certain there, and what has come up so
 * far. The checkers of expressions and statements work on it.
 */
final class FunctionBody {
    private final Round round;
    private final ModuleScope module;
    private final Optional<FunctionBody> enclosing;
    private final FunctionId id;
    private final TypedFunction.Kind kind;
    private final boolean takesThisFromEnclosing;
    private final boolean dropsResult;
    private final ReturnTypes returns;
    private final Map<VariableSymbol, Capture> captures = new LinkedHashMap<>();
    private final Jumps jumps = new Jumps(this);
    private final ExpressionChecker expressions;
    private final StatementChecker statements;
    private Optional<VariableSymbol> receiver = Optional.empty();
    private final List<Type> typeArguments;
    private Optional<ClassSymbol> owner;
    private Scope scope;
    private Flow atReturns = Flow.UNREACHABLE;
    private Flow flow = Flow.START;
    private Optional<Name> declaredAs = Optional.empty();
    private final Map<String, Integer> nestedNames = new HashMap<>();
    private int closures;
    private boolean deviceBound;

    private FunctionBody(
            Round round,
            ModuleScope module,
            Optional<FunctionBody> enclosing,
            FunctionId id,
            TypedFunction.Kind kind,
            Optional<ClassSymbol> owner,
            List<Type> typeArguments,
            boolean takesThisFromEnclosing,
            boolean dropsResult,
            ReturnTypes returns,
            Scope scope) {
        this.round = round;
        this.module = module;
        this.enclosing = enclosing;
        this.id = id;
        this.kind = kind;
        this.owner = owner;
        this.typeArguments = typeArguments;
        this.takesThisFromEnclosing = takesThisFromEnclosing;
        this.dropsResult = dropsResult;
        this.returns = returns;
        this.scope = scope;
        this.expressions = new ExpressionChecker(this);
        this.statements = new StatementChecker(this);
    }

    /** A function, method, constructor or top level of {@code module}; {@code owner} is the class whose member it is. */
    static FunctionBody of(
            Round round,
            ModuleScope module,
            FunctionId id,
            TypedFunction.Kind kind,
            Optional<ClassSymbol> owner,
            ReturnTypes returns) {
        Scope around = owner.map(ClassSymbol::around).orElseGet(module::scope);
        List<Type> typeArguments = owner.map(o -> o.type().arguments()).orElse(List.of());
        Scope scope = kind == TypedFunction.Kind.TOP_LEVEL ? around : Scope.in(around);
        return new FunctionBody(
                round, module, Optional.empty(), id, kind, owner, typeArguments, false, false, returns, scope);
    }

    /** A declared function or method. */
    static FunctionBody of(Round round, FunctionSymbol function, TypedFunction.Kind kind, ReturnTypes returns) {
        return new FunctionBody(
                round,
                function.module(),
                Optional.empty(),
                function.id(),
                kind,
                function.owner(),
                function.typeArguments(),
                false,
                false,
                returns,
                Scope.in(function.around()));
    }

    /** A closure that is made where the check of {@code enclosing} stands. */
    static FunctionBody closure(
            FunctionBody enclosing, boolean takesThis, boolean dropsResult, ReturnTypes returns) {
        String around = enclosing.id.name();
        FunctionId id = new FunctionId(enclosing.module.path(), around + ".closure" + ++enclosing.closures);
        FunctionBody body = new FunctionBody(
                enclosing.round,
                enclosing.module,
                Optional.of(enclosing),
                id,
                TypedFunction.Kind.CLOSURE,
                enclosing.owner,
                enclosing.typeArguments,
                takesThis,
                dropsResult,
                returns,
                Scope.in(enclosing.scope));
        body.flow = enclosing.flowIntoClosure();
        return body;
    }

    /** A function that is declared in a block of {@code enclosing}. */
    static FunctionBody nested(
            FunctionBody enclosing, FunctionSymbol function, TypedFunction.Kind kind, ReturnTypes returns) {
        FunctionBody body = new FunctionBody(
                enclosing.round,
                enclosing.module,
                Optional.of(enclosing),
                function.id(),
                kind,
                enclosing.owner,
                function.typeArguments(),
                false,
                false,
                returns,
                Scope.in(function.around()));
        body.declaredAs = Optional.of(function.declaration());
        return body;
    }

    /** A name for a function that is declared in this one. */
    FunctionId nestedId(Name name) {
        int count = nestedNames.merge(name.text(), 1, Integer::sum);
        return new FunctionId(module.path(), id.name() + "/" + name + (count > 1 ? "/" + count : ""));
    }

    Round round() {
        return round;
    }

    ModuleScope module() {
        return module;
    }

    FunctionId id() {
        return id;
    }

    TypedFunction.Kind kind() {
        return kind;
    }

    boolean isTopLevel() {
        return kind == TypedFunction.Kind.TOP_LEVEL;
    }

    boolean isConstructor() {
        return kind == TypedFunction.Kind.CONSTRUCTOR;
    }

    /** Whether a returned value is dropped if no value is wanted: where the program does not itself say void. */
    boolean dropsResult() {
        return dropsResult;
    }

    /** The class in whose text the function stands. */
    Optional<ClassSymbol> owner() {
        return owner;
    }

    /** What the type parameters mean that the text sees; empty outside of generic functions and classes. */
    List<Type> typeArguments() {
        return typeArguments;
    }

    ReturnTypes returns() {
        return returns;
    }

    Jumps jumps() {
        return jumps;
    }

    ExpressionChecker expressions() {
        return expressions;
    }

    StatementChecker statements() {
        return statements;
    }

    TypeResolver types() {
        return new TypeResolver(round, module, scope);
    }

    Scope scope() {
        return scope;
    }

    /** Runs a check in a scope of its own inside the present one. */
    <T> T inNewScope(Supplier<T> check) {
        Scope saved = scope;
        scope = Scope.in(saved);
        try {
            return check.get();
        } finally {
            scope = saved;
        }
    }

    /** Runs a check in another scope, for code that stands elsewhere in the text. */
    <T> T inScope(Scope other, Optional<ClassSymbol> otherOwner, Supplier<T> check) {
        Scope savedScope = scope;
        Optional<ClassSymbol> savedOwner = owner;
        scope = other;
        owner = otherOwner;
        try {
            return check.get();
        } finally {
            scope = savedScope;
            owner = savedOwner;
        }
    }

    /** What is certain wherever the function ends. */
    Flow atEnd() {
        return meet(atReturns, flow);
    }

    /** The function returns here. */
    void leave() {
        atReturns = meet(atReturns, flow);
        flow = Flow.UNREACHABLE;
    }

    Flow flow() {
        return flow;
    }

    void setFlow(Flow now) {
        flow = now;
    }

    /** Control may also come here with {@code other}. */
    void meet(Flow other) {
        flow = flow.meet(other, round.assignability());
    }

    Flow meet(Flow a, Flow b) {
        return a.meet(b, round.assignability());
    }

    /** Something has been called that may change whatever calls can change. */
    void forgetAcrossCall() {
        flow = flow.forget(expressions.paths()::isChangedByCalls);
    }

    /** {@code this}, if the function has one. */
    Optional<VariableSymbol> receiver() {
        return receiver.isPresent() || !takesThisFromEnclosing
                ? receiver
                : enclosing.flatMap(FunctionBody::receiver);
    }

    /** Gives the function a {@code this}. */
    Local addReceiver(Type type) {
        Local local = new Local("this", type);
        addReceiver(local);
        return local;
    }

    void addReceiver(Local local) {
        receiver = Optional.of(VariableSymbol.receiver(local, this));
    }

    /**
     * Takes note that functions around here which are declared in blocks capture the variable of a function around them.
     * Whether that is news: then another round follows, in which they are made when the variable has been declared.
     */
    boolean noteCapture(VariableSymbol symbol) {
        boolean isNew = false;
        for (FunctionBody b = this; b != symbol.owner() && b.enclosing.isPresent(); b = b.enclosing.get()) {
            if (b.declaredAs.isPresent() && symbol.declaration().isPresent()) {
                isNew |= round.knowledge().learnCapture(b.declaredAs.get(), symbol.declaration().get());
            }
        }
        return isNew;
    }

    /** The variable by which this function reads and writes what the symbol stands for; captures it if it must. */
    Variable variableFor(VariableSymbol symbol) {
        if (symbol.isGlobal() || symbol.owner() == this) {
            return symbol.variable();
        }
        Capture known = captures.get(symbol);
        if (known != null) {
            return known;
        }
        noteCapture(symbol);
        symbol.declaration().ifPresent(d -> round.knowledge().learn(d, Knowledge.Fact.CAPTURED));
        Variable outer = enclosing.orElseThrow().variableFor(symbol);
        boolean shared = outer instanceof Local l && l.shared() || outer instanceof Capture c && c.shared();
        Capture capture = new Capture(captures.size(), symbol.name(), symbol.type(), shared);
        captures.put(symbol, capture);
        return capture;
    }

    /** What was captured, in order. */
    Map<VariableSymbol, Capture> captures() {
        return captures;
    }

    List<Capture> captureList() {
        return new ArrayList<>(captures.values());
    }

    boolean isDeviceBound() {
        return deviceBound;
    }

    void bindToDevice() {
        deviceBound = true;
    }

    /** What stays certain inside a closure, which runs at some later time: only what can never change again. */
    private Flow flowIntoClosure() {
        Flow certain = flow.forget(path -> expressions.paths().isChangedByCalls(path) || mayChange(path.root()));
        return new Flow(true, certain.narrowed(), Set.of());
    }

    private boolean mayChange(VariableSymbol variable) {
        return !variable.isConstant()
                && variable.declaration()
                        .map(d -> round.knowledge().knows(d, Knowledge.Fact.ASSIGNED))
                        .orElse(false);
    }
}
