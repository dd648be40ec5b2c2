package org.bluescript.backend.emit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.bluescript.backend.optimize.ClassHierarchy;
import org.bluescript.backend.optimize.PrivateGlobals;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.layout.TypeNames;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedClass;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedModule;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;

/**
 * Emits a whole program as one C unit: types, declarations, the user's file-scope C, functions, and the entry that runs the
 * modules in order. Functions are static, so that the C compiler can inline and drop them, unless static data hold their
 * address. Of a shared program the host runs the modules: the entry does nothing, functions have entries for the
 * host, and what the host makes closures of keeps its address.
 */
public final class ProgramEmitter {
    private static final String ENTRY = "bs_program";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final TypedProgram program;
    private final ProgramLayout layout;
    private final CText text = new CText();
    private final Unit unit;
    private final FunctionEmitter functions;
    private final Set<FunctionId> exported;
    private final Share share;
    private final Collection<TypedFunction> all;
    /** The names that the unit's code has, if only these are to be declared. */
    private final Optional<Set<String>> mentioned;

    private ProgramEmitter(TypedProgram program, ProgramLayout layout, Share share, Optional<Set<String>> mentioned) {
        this.program = program;
        this.layout = layout;
        this.share = share;
        this.mentioned = mentioned;
        Collection<TypedFunction> defined =
                program.functions().values().stream().filter(f -> share.defined().contains(f.id())).toList();
        ClassHierarchy hierarchy = layout.isGrowing()
                ? ClassHierarchy.ofGrowing(program, layout.classes())
                : new ClassHierarchy(program, layout.classes());
        this.unit = new Unit(
                program,
                layout,
                share,
                new CTypes(program, layout.classes()),
                text,
                new Sites(layout.errors().isPresent()),
                hierarchy,
                layout.isGrowing()
                        ? Accessors.ofGrowing(program, layout.classes(), defined)
                        : Accessors.of(program, layout.classes()),
                layout.isTiered() ? Set.of() : PrivateGlobals.outsideTry(program));
        this.functions = new FunctionEmitter(unit);
        this.all = layout.isGrowing()
                ? program.functions().values().stream().filter(this::concerns).toList()
                : program.functions().values();
        this.exported = layout.isTiered() ? held() : dispatched(hierarchy);
        if (layout.isShared() && !layout.isTiered()) {
            exported.addAll(closures(program.functions().values()));
        }
    }

    /** Emits all of a program; of a shared one device-bound functions have entries for the host. */
    public static EmittedUnit emit(TypedProgram program, ProgramLayout layout) {
        return emit(program, layout, layout.isShared() ? Share.ofDeviceBound(program) : Share.ofDevice(program));
    }

    /** Emits what one of several units of a program has of it. Of a program that grows, only what its code mentions is declared. */
    public static EmittedUnit emit(TypedProgram program, ProgramLayout layout, Share share) {
        if (!layout.isGrowing()) {
            return emit(new ProgramEmitter(program, layout, share, Optional.empty()));
        }
        ProgramEmitter draft = new ProgramEmitter(program, layout, share, Optional.of(Set.of()));
        draft.emitCode();
        Set<String> mentioned = names(draft.text.text());
        if (mentioned.contains(DynamicEmitter.TYPE_NAMES)) {
            TypeNames.ALL.forEach(n -> mentioned.add(layout.literal(n)));
        }
        return emit(new ProgramEmitter(program, layout, share, Optional.of(mentioned)));
    }

    private static Set<String> names(String code) {
        return NAME.matcher(code).results().map(MatchResult::group).collect(Collectors.toCollection(HashSet::new));
    }

    private static EmittedUnit emit(ProgramEmitter emitter) {
        emitter.emitAll();
        return new EmittedUnit(
                emitter.text.text(),
                emitter.text.lines(),
                emitter.text.places(),
                emitter.unit.sites().all(),
                ENTRY);
    }

    /** The names under which C knows global variables of a program that grows, with their addresses. */
    public static Map<String, Integer> variables(ProgramLayout layout) {
        Map<String, Integer> result = new HashMap<>();
        layout.globals().forEach((global, address) -> result.put(VariableEmitter.global(global, address), address));
        return result;
    }

    private boolean isMentioned(String name) {
        return mentioned.isEmpty() || mentioned.get().contains(name);
    }

    /** Whether the unit has a function of a program that grows, or something of it. */
    private boolean concerns(TypedFunction function) {
        String name = unit.name(function.id());
        return share.defined().contains(function.id()) || isMentioned(name) || isMentioned(unit.called(function.id()))
                || isMentioned(unit.held(function.id())) || isMentioned("closure_" + name);
    }

    private void emitAll() {
        emitTypes(all);
        emitData();
        emitTypeNames();
        if (layout.isShared() || all.stream().anyMatch(RecallEmitter::isIn)) {
            RecallEmitter.emitDeclarations(text);
        }
        emitGuards(all);
        all.forEach(this::declare);
        unit.accessors().all().forEach(a -> text.line(new AccessorEmitter(unit, a).declaration() + ";"));
        emitCode();
        emitEntry();
    }

    private void emitCode() {
        if (share.isFirst() || layout.isGrowing()) {
            emitFileScope();
        }
        all.stream().filter(f -> share.defined().contains(f.id())).forEach(this::emitFunction);
        unit.accessors().all().forEach(a -> new AccessorEmitter(unit, a).emit());
        if (layout.isShared()) {
            RemoteEntryEmitter remote = new RemoteEntryEmitter(unit);
            all.stream().filter(f -> share.called().contains(f.id())).forEach(remote::emit);
        }
    }

    private void emitFileScope() {
        for (TypedModule module : program.modules()) {
            for (TypedStatement.InlineCode code : module.code()) {
                InlineCodeEmitter.emit(text, new ExpressionEmitter(unit, new Names()), code);
            }
        }
    }

    /** With the function's own type wherever its code is: gcc sees through pointers, and passes what the declaration says. */
    private void declare(TypedFunction function) {
        FunctionId id = function.id();
        boolean isDefined = share.defined().contains(id);
        if (isDefined) {
            text.line(functions.declaration(function, isExported(function), new Names()) + ";");
        }
        Set<String> elsewhere = new LinkedHashSet<>();
        if (!isDefined || unit.isCalledThroughTable(id)) {
            elsewhere.add(unit.called(id));
        }
        if (layout.isTiered() && function.kind() == TypedFunction.Kind.CLOSURE) {
            elsewhere.add(unit.held(id));
        }
        elsewhere.forEach(name -> text.line(functions.declarationElsewhere(function, name) + ";"));
    }

    /** The first unit's entries for values and words call through the table what may be replaced: others need none. */
    private void emitFunction(TypedFunction function) {
        functions.emit(function, isExported(function));
        boolean hasEntries = !share.isFirst() && !layout.isGrowing() && layout.entries().orElseThrow().isCalled(unit.name(function.id()));
        if (hasEntries || !share.held().contains(function.id())) {
            return;
        }
        if (layout.functionValue(function.id()) != null) {
            functions.emitValueEntry(function);
        }
        if (layout.uniformEntries().containsKey(function.id())) {
            new UniformEmitter(unit, function, layout.uniformEntries().get(function.id())).emit();
        }
    }

    /** Whether the linker sees the function: of a tiered program, later units call the first one's. */
    private boolean isExported(TypedFunction function) {
        return exported.contains(function.id()) || layout.isTiered() && share.isFirst();
    }

    /** The functions of a tiered program whose direct entries data or objects hold. */
    private Set<FunctionId> held() {
        Set<String> symbols = layout.entries().orElseThrow().addresses().keySet();
        return share.held().stream().filter(f -> symbols.contains(unit.name(f))).collect(Collectors.toSet());
    }

    /** Structs may refer to each other: all are declared before the first is defined. */
    private void emitTypes(Collection<TypedFunction> all) {
        text.line("struct cell_integer { const bs_class *class_; int32_t value; };");
        text.line("struct cell_float { const bs_class *class_; float value; };");
        text.line("struct cell_boolean { const bs_class *class_; bool value; };");
        text.line("struct cell_reference { const bs_class *class_; void *value; };");
        if (layout.hasAny()) {
            text.line("struct cell_tagged { const bs_class *class_; bs_word value; };");
        }
        List<String> definitions = new ArrayList<>();
        for (TypedClass c : program.classes().values()) {
            text.line(unit.types().struct(c.type()) + ";");
            definitions.add(ObjectEmitter.definition(unit, c));
        }
        all.stream().filter(f -> !f.captures().isEmpty()).map(functions::closureDefinition).forEach(definitions::add);
        layout.globals().keySet().stream()
                .filter(g -> !layout.isGrowing() || isMentioned(VariableEmitter.global(unit, g)))
                .forEach(g -> unit.types().of(g.type()));
        all.forEach(this::nameArrayTypes);
        List<String> arrays = unit.types().arrayDefinitions();
        arrays.forEach(a -> text.line(a.substring(0, a.indexOf(" BS_")) + ";"));
        definitions.forEach(text::line);
        arrays.forEach(text::line);
    }

    /** The C types of arrays get their names when they are first asked for: ask for all. */
    private void nameArrayTypes(TypedFunction function) {
        unit.types().of(function.result());
        function.parameters().forEach(p -> unit.types().of(p.type()));
        TreeWalk.expressions(function.body(), e -> {
            unit.types().of(e.type());
            if (e instanceof TypedExpression.Let let) {
                let.temporaries().forEach(t -> unit.types().of(t.local().type()));
            }
        });
        TreeWalk.statements(function.body(), s -> {
            if (s instanceof TypedStatement.Declare d) {
                unit.types().of(d.local().type());
            }
        });
    }

    private void emitData() {
        if (layout.isGrowing()) {
            layout.globals().keySet().stream()
                    .filter(g -> isMentioned(VariableEmitter.global(unit, g)))
                    .forEach(g -> text.line("extern " + unit.types().of(g.type()) + " " + VariableEmitter.global(unit, g) + ";"));
        } else {
            emitGlobals();
        }
        for (String symbol : new TreeSet<>(layout.symbols().keySet())) {
            if (!isMentioned(symbol)) {
                continue;
            }
            if (symbol.startsWith("bs_class_") || symbol.startsWith("bs_closure_class_")) {
                text.line("extern const bs_class " + symbol + ";");
            } else if (symbol.startsWith("bs_type_tests_")) {
                text.line("extern const bs_type_tests " + symbol + ";");
            } else if (symbol.startsWith("bs_literal_")) {
                text.line("extern const bs_string " + symbol + ";");
            } else if (symbol.startsWith("bs_function_") || symbol.startsWith("bs_constant_array_")) {
                text.line("extern bs_object " + symbol + ";");
            }
        }
    }

    private void emitGlobals() {
        String fields = layout.globals().keySet().stream()
                .map(g -> unit.types().of(g.type()) + " " + VariableEmitter.global(unit, g) + ";")
                .collect(Collectors.joining(" "));
        text.line("extern struct { " + fields + " } " + ProgramLayout.GLOBALS + ";");
    }

    private void emitTypeNames() {
        if (layout.hasTypeNames() && isMentioned(DynamicEmitter.TYPE_NAMES)) {
            String names = TypeNames.ALL.stream()
                    .map(n -> "(bs_string *)&" + layout.literal(n))
                    .collect(Collectors.joining(", "));
            text.line("static bs_string *const " + DynamicEmitter.TYPE_NAMES + "[] = { " + names + " };");
        }
    }

    /** What counts guards that fail; nothing if none are counted. */
    private void emitGuards(Collection<TypedFunction> all) {
        int[] count = {0};
        all.forEach(f -> TreeWalk.expressions(f.body(), e -> {
            if (e instanceof TypedExpression.GuardFailure failure) {
                count[0] = Math.max(count[0], failure.guard() + 1);
            }
        }));
        if (count[0] > 0) {
            text.line("BS_GUARDS(" + count[0] + ");");
        }
    }

    private void emitEntry() {
        text.line("");
        text.line("uint32_t " + ENTRY + "(void)");
        text.line("{");
        text.indent();
        if (!layout.isShared()) {
            program.modules().forEach(m -> text.line(unit.name(m.topLevel()) + "();"));
        }
        text.line("return 0;");
        text.outdent();
        text.line("}");
    }

    /** The methods that some call reaches through a method table. */
    private Set<FunctionId> dispatched(ClassHierarchy hierarchy) {
        Set<FunctionId> result = new HashSet<>();
        program.functions().values().forEach(f -> TreeWalk.expressions(f.body(), e -> {
            if (e instanceof TypedExpression.MethodCall call) {
                Set<FunctionId> targets =
                        hierarchy.targets(ExpressionEmitter.classOf(call.receiver()), call.method());
                if (targets.size() > 1) {
                    result.addAll(targets);
                }
            }
        }));
        return result;
    }

    /** The functions whose addresses the host stores in closures. */
    private static Set<FunctionId> closures(Collection<TypedFunction> functions) {
        Set<FunctionId> result = new HashSet<>();
        functions.forEach(f -> TreeWalk.expressions(f.body(), e -> {
            if (e instanceof TypedExpression.MakeClosure closure) {
                result.add(closure.function());
            }
        }));
        return result;
    }
}
