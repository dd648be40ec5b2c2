package org.bluescript.language.interpreter;

import com.oracle.truffle.api.RootCallTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.bluescript.language.interop.LoadedProgram;
import org.bluescript.language.interop.ModuleScope;
import org.bluescript.language.layout.CodeNames;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.machine.Code;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.machine.PlacedProgram;
import org.bluescript.language.nodes.ArgumentNode;
import org.bluescript.language.nodes.BlockNode;
import org.bluescript.language.nodes.BodyNode;
import org.bluescript.language.nodes.DeviceBoundNode;
import org.bluescript.language.nodes.ExpressionNode;
import org.bluescript.language.nodes.FunctionBodyNode;
import org.bluescript.language.nodes.FunctionRootNode;
import org.bluescript.language.nodes.RemoteCallNode;
import org.bluescript.language.nodes.ResidentBodyNode;
import org.bluescript.language.nodes.StatementNode;
import org.bluescript.language.observation.GrowingObservations;
import org.bluescript.language.observation.Observations;
import org.bluescript.language.tiers.Tiers;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedModule;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;

/**
 * From a typed program to nodes that run on one machine. All functions get their words in memory at once, and their nodes
 * before the program runs: a debugger must know them to find the place of a breakpoint. The switches over the typed tree are in {@link Statements}, {@link Expressions} and
 * {@link Builtins}, and know every kind of node.
 */
final class TreeTranslator {
    private final BlueScriptLanguage language;
    private final TypedProgram typed;
    private final HostMachine machine;
    private final SourceSections sections;
    private final Optional<Observations> observations;
    private final Optional<GrowingObservations> growing;
    private final Optional<Residences> residences;
    private final Optional<Tiers> tiers;
    private final Optional<SessionCode> deviceCode;
    private final ProgramLayout layout;
    private final AllocationAnalysis allocation;
    private final Members members;
    private LoadedProgram loaded;
    private final Map<String, ModuleScope> scopes = new HashMap<>();
    private final Map<FunctionId, Code> functions;
    private final Map<FunctionId, Integer> words;

    /**
     * Loads the program into the machine, which must be new.
     *
     * @param observations those of the program's functions, if they are wanted
     * @param tiers what of the program the device runs that shares the machine's memory, if it runs any function
     */
    TreeTranslator(
            BlueScriptLanguage language,
            TypedProgram typed,
            HostMachine machine,
            SourceSections sections,
            Optional<Observations> observations,
            Optional<Tiers> tiers) {
        this.language = language;
        this.typed = typed;
        this.machine = machine;
        this.sections = sections;
        this.observations = observations;
        this.tiers = tiers;
        this.growing = Optional.empty();
        this.residences = Optional.empty();
        this.deviceCode = Optional.empty();
        this.functions = new HashMap<>();
        this.words = new HashMap<>();
        this.layout = machine.placed()
                .map(PlacedProgram::layout)
                .orElseGet(() -> ProgramLayout.of(typed, machine.dataBase(), machine.firmware()));
        this.allocation = new AllocationAnalysis(typed, layout, tiers.isPresent());
        this.members = new Members(typed, machine, layout);
        typed.functions().values().forEach(this::enter);
        machine.load(layout);
        this.loaded = new LoadedProgram(BlueScriptLanguage.class, typed, layout, machine, this::code);
    }

    /**
     * What a program that grows has come to, for functions that are translated from now on; without the others' words and code.
     *
     * @param observations those of its functions
     * @param residences where they run
     * @param deviceCode what a board has of it, if there is one
     */
    TreeTranslator(
            BlueScriptLanguage language,
            TypedProgram typed,
            HostMachine machine,
            SourceSections sections,
            ProgramLayout layout,
            Members members,
            GrowingObservations observations,
            Residences residences,
            Optional<SessionCode> deviceCode,
            Map<FunctionId, Code> functions,
            Map<FunctionId, Integer> words) {
        this.language = language;
        this.typed = typed;
        this.machine = machine;
        this.sections = sections;
        this.observations = Optional.empty();
        this.growing = Optional.of(observations);
        this.residences = Optional.of(residences);
        this.tiers = Optional.empty();
        this.deviceCode = deviceCode;
        this.functions = functions;
        this.words = words;
        this.layout = layout;
        this.allocation = AllocationAnalysis.ofGrowing(layout);
        this.members = members;
    }

    /** Runs the modules in order, and shows the value of the main module's last statement, if it is an expression. */
    Object run() {
        functions.values().forEach(Code::target);
        for (TypedModule module : typed.modules()) {
            if (module != main()) {
                loaded.run(module.topLevel(), PrimitiveType.VOID);
            }
        }
        return loaded.run(main().topLevel(), completion().map(TypedExpression::type).orElse(PrimitiveType.VOID));
    }

    /** A function that was checked with the program but does not belong to it. */
    Code addition(TypedFunction function) {
        return new Code(false, () -> {
            FunctionFrame frame = frame(function);
            return translate(function, frame, body(function, frame, FunctionObserver.NONE, Handovers.NONE));
        });
    }

    LoadedProgram loaded() {
        if (loaded == null) {
            loaded = new LoadedProgram(BlueScriptLanguage.class, typed, layout, machine, this::code);
        }
        return loaded;
    }

    SourceSections sections() {
        return sections;
    }

    /** What a module of the program declares. */
    ModuleScope moduleScope(String path) {
        return scopes.computeIfAbsent(path, p -> {
            TypedModule module = typed.modules().stream().filter(m -> m.path().equals(p)).findFirst().orElseThrow();
            return new ModuleScope(loaded(), module, new ModuleText(module.file()).constants());
        });
    }

    /** What the main module declares. */
    ModuleScope mainScope() {
        return moduleScope(main().path());
    }

    /** The module that imports the others. */
    TypedModule main() {
        return typed.modules().getLast();
    }

    Code code(FunctionId function) {
        return functions.get(function);
    }

    /** What stands for the function in memory. */
    int word(FunctionId function) {
        return words.get(function);
    }

    TypedProgram typed() {
        return typed;
    }

    HostMachine machine() {
        return machine;
    }

    ProgramLayout layout() {
        return layout;
    }

    AllocationAnalysis allocation() {
        return allocation;
    }

    /** What objects are asked for by name. */
    Members members() {
        return members;
    }

    private void enter(TypedFunction function) {
        boolean isClosure = function.kind() == TypedFunction.Kind.CLOSURE;
        Code code = new Code(isClosure, () -> translate(function));
        CodeNames names = layout.code();
        List<String> symbols =
                List.of(names.direct(function.id()), names.value(function.id()), names.uniform(function.id()));
        functions.put(function.id(), code);
        words.put(function.id(), machine.code().add(code, symbols));
    }

    private FunctionObserver observer(TypedFunction function) {
        return observations
                .map(o -> o.observe(typed, function, machine, layout))
                .or(() -> growing.filter(o -> isWorthObserving(function)).map(o -> o.observe(typed, function)))
                .map(FunctionObserver::of)
                .orElse(FunctionObserver.NONE);
    }

    /** In a session: what runs once tells nothing, and what the language has of its own is to be as fast as it can. */
    private static boolean isWorthObserving(TypedFunction function) {
        return function.kind() != TypedFunction.Kind.TOP_LEVEL && !function.deviceBound() && !function.span().file().isBuiltIn();
    }

    private FunctionFrame frame(TypedFunction function) {
        return new FunctionFrame(machine.roots(), allocation.mayAllocate(function.id()));
    }

    RootCallTarget translate(TypedFunction function) {
        FunctionFrame frame = frame(function);
        FunctionObserver observer = observer(function);
        if (function.deviceBound()) {
            return translate(function, frame, deviceBound(function, observer));
        }
        Handovers handovers = tiers
                .map(t -> Handovers.of(language, machine, t, typed, function, frame))
                .orElse(Handovers.NONE);
        BodyNode body = body(function, frame, observer, handovers);
        return translate(function, frame, deviceCode.map(c -> resident(function, body, c)).orElseGet(() -> handovers.body(body)));
    }

    private BodyNode resident(TypedFunction function, BodyNode body, SessionCode code) {
        boolean canMove = function.kind() != TypedFunction.Kind.TOP_LEVEL && function.kind() != TypedFunction.Kind.CLOSURE;
        return canMove
                ? new ResidentBodyNode(
                        machine, language, function, residences.orElseThrow().of(function.id()), () -> code.optionalEntry(function.id()), body)
                : body;
    }

    private RootCallTarget translate(TypedFunction function, FunctionFrame frame, BodyNode body) {
        FunctionRootNode root = new FunctionRootNode(
                language,
                frame.descriptor(),
                function.displayName(),
                function.span(),
                new FunctionTools(this, function, frame),
                machine.roots().depth(),
                body);
        return root.getCallTarget();
    }

    private BodyNode deviceBound(TypedFunction function, FunctionObserver observer) {
        StatementNode code = machine.remote() == null
                ? new DeviceBoundNode(function.displayName())
                : new RemoteCallNode(machine, language, function, remoteEntry(function.id()), tiers);
        code.span(function.span());
        TreeWalk.statements(function.body(), s -> {
            if (s instanceof TypedStatement.InlineCode) {
                code.span(s.span());
            }
        });
        List<StatementNode> nodes = new ArrayList<>(observer.entry());
        nodes.add(code);
        BodyNode body = new FunctionBodyNode(function.result(), machine.roots(), 0, 0, block(nodes));
        body.span(function.span());
        return body;
    }

    private IntSupplier remoteEntry(FunctionId function) {
        if (deviceCode.isPresent()) {
            SessionCode code = deviceCode.get();
            return () -> code.entry(function);
        }
        int entry = machine.remote().entry(layout.code().remote(function));
        return () -> entry;
    }

    /** Parameters are received before the first of them moves to a cell, because that may collect. */
    private BodyNode body(
            TypedFunction function, FunctionFrame frame, FunctionObserver observer, Handovers handovers) {
        Variables variables = new Variables(machine, layout, frame);
        Expressions expressions = new Expressions(this, frame, variables, observer);
        List<StatementNode> nodes = new ArrayList<>(observer.entry());
        int arguments = 0;
        if (function.kind() == TypedFunction.Kind.CLOSURE) {
            nodes.add(variables.receiveClosure());
            arguments++;
        }
        for (int i = 0; i < function.parameters().size(); i++) {
            Local parameter = function.parameters().get(i);
            ExpressionNode argument = new ArgumentNode(arguments++);
            nodes.add(variables.receive(parameter, observer.parameter(i, parameter.type(), argument)));
        }
        int first = arguments - function.parameters().size();
        nodes.addAll(observer.shape(i -> new ArgumentNode(first + i)));
        function.parameters().stream().filter(Local::shared).forEach(p -> nodes.add(variables.share(p)));
        Statements statements = new Statements(expressions, variables, observer, handovers);
        nodes.add(observesValue() && function.id().equals(main().topLevel()) && completion().isPresent()
                ? statements.translateReturning(function.body(), completion().get())
                : statements.translate(function.body()));
        BodyNode body = new FunctionBodyNode(
                function.result(),
                machine.roots(),
                frame.baseSlot(),
                frame.rootCount(),
                block(nodes));
        body.span(function.span());
        return body;
    }

    /** A session keeps the value of a line itself. */
    private boolean observesValue() {
        return !layout.isGrowing();
    }

    private static StatementNode block(List<StatementNode> nodes) {
        return nodes.size() == 1 ? nodes.getFirst() : new BlockNode(nodes.toArray(StatementNode[]::new));
    }

    /** The expression whose value is that of the program, if it has one: nobody wants that of one that may end on a device. */
    private Optional<TypedExpression> completion() {
        if (tiers.isPresent()) {
            return Optional.empty();
        }
        List<TypedStatement> statements = typed.functions().get(main().topLevel()).body().statements();
        return !statements.isEmpty()
                        && statements.getLast() instanceof TypedStatement.Evaluate last
                        && last.expression().type().representation() != Representation.NOTHING
                        && new ModuleText(main().file()).endsInExpression()
                ? Optional.of(last.expression())
                : Optional.empty();
    }
}
