package org.bluescript.backend.emit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

    private final TypedProgram program;
    private final ProgramLayout layout;
    private final CText text = new CText();
    private final Unit unit;
    private final FunctionEmitter functions;
    private final Set<FunctionId> exported;
    private final Share share;

    private ProgramEmitter(TypedProgram program, ProgramLayout layout, Share share) {
        this.program = program;
        this.layout = layout;
        this.share = share;
        ClassHierarchy hierarchy = new ClassHierarchy(program, layout.classes());
        this.unit = new Unit(
                program,
                layout,
                share,
                new CTypes(program, layout.classes()),
                text,
                new Sites(layout.errors().isPresent()),
                hierarchy,
                new Accessors(program, layout.classes()),
                layout.isTiered() ? Set.of() : PrivateGlobals.outsideTry(program));
        this.functions = new FunctionEmitter(unit);
        this.exported = layout.isTiered() ? held() : dispatched(hierarchy);
        if (layout.isShared() && !layout.isTiered()) {
            exported.addAll(closures(program));
        }
    }

    /** Emits all of a program; of a shared one device-bound functions have entries for the host. */
    public static EmittedUnit emit(TypedProgram program, ProgramLayout layout) {
        return emit(program, layout, layout.isShared() ? Share.ofDeviceBound(program) : Share.ofDevice(program));
    }

    /** Emits what one of several units of a program has of it. */
    public static EmittedUnit emit(TypedProgram program, ProgramLayout layout, Share share) {
        ProgramEmitter emitter = new ProgramEmitter(program, layout, share);
        emitter.emitAll();
        return new EmittedUnit(
                emitter.text.text(),
                emitter.text.lines(),
                emitter.text.places(),
                emitter.unit.sites().all(),
                ENTRY);
    }

    private void emitAll() {
        Collection<TypedFunction> all = program.functions().values();
        emitTypes(all);
        emitData();
        emitTypeNames();
        if (layout.isShared() || all.stream().anyMatch(RecallEmitter::isIn)) {
            RecallEmitter.emitDeclarations(text);
        }
        emitGuards(all);
        all.forEach(this::declare);
        unit.accessors().all().forEach(a -> text.line(new AccessorEmitter(unit, a).declaration() + ";"));
        if (share.isFirst()) {
            emitFileScope();
        }
        all.stream().filter(f -> share.defined().contains(f.id())).forEach(this::emitFunction);
        unit.accessors().all().forEach(a -> new AccessorEmitter(unit, a).emit());
        if (layout.isShared()) {
            RemoteEntryEmitter remote = new RemoteEntryEmitter(unit);
            all.stream().filter(f -> share.called().contains(f.id())).forEach(remote::emit);
        }
        emitEntry();
    }

    private void emitFileScope() {
        for (TypedModule module : program.modules()) {
            for (TypedStatement.InlineCode code : module.code()) {
                InlineCodeEmitter.emit(text, new ExpressionEmitter(unit, new Names()), code);
            }
        }
    }

    private void declare(TypedFunction function) {
        boolean isDefined = share.defined().contains(function.id());
        if (isDefined) {
            text.line(functions.declaration(function, isExported(function), new Names()) + ";");
        }
        if (!isDefined || unit.isCalledThroughTable(function.id())) {
            text.line(functions.declarationElsewhere(function) + ";");
        }
    }

    /** The first unit's entries for values and words call through the table what may be replaced: others need none. */
    private void emitFunction(TypedFunction function) {
        functions.emit(function, isExported(function));
        boolean hasEntries = !share.isFirst() && layout.entries().orElseThrow().isCalled(unit.name(function.id()));
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
        layout.globals().keySet().forEach(g -> unit.types().of(g.type()));
        program.functions().values().forEach(this::nameArrayTypes);
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
        String fields = layout.globals().keySet().stream()
                .map(g -> unit.types().of(g.type()) + " " + VariableEmitter.global(unit, g) + ";")
                .collect(Collectors.joining(" "));
        text.line("extern struct { " + fields + " } " + ProgramLayout.GLOBALS + ";");
        for (String symbol : new TreeSet<>(layout.symbols().keySet())) {
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
        if (layout.isTiered()) {
            closures(program).stream()
                    .filter(f -> !unit.isCalledThroughTable(f))
                    .forEach(f -> text.line("extern void " + unit.held(f) + "(void);"));
        }
    }

    private void emitTypeNames() {
        if (layout.hasTypeNames()) {
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
    private static Set<FunctionId> closures(TypedProgram program) {
        Set<FunctionId> result = new HashSet<>();
        program.functions().values().forEach(f -> TreeWalk.expressions(f.body(), e -> {
            if (e instanceof TypedExpression.MakeClosure closure) {
                result.add(closure.function());
            }
        }));
        return result;
    }
}
