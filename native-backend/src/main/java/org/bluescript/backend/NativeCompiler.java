package org.bluescript.backend;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.bluescript.backend.compile.CDiagnostic;
import org.bluescript.backend.compile.CSource;
import org.bluescript.backend.compile.CompileFailure;
import org.bluescript.backend.compile.CrossCompiler;
import org.bluescript.backend.debug.ObjectLines;
import org.bluescript.backend.elf.ElfSymbol;
import org.bluescript.backend.elf.ObjectCode;
import org.bluescript.backend.emit.EmittedUnit;
import org.bluescript.backend.emit.ProgramEmitter;
import org.bluescript.backend.emit.Share;
import org.bluescript.backend.lines.CompiledLines;
import org.bluescript.backend.lines.LineUnit;
import org.bluescript.backend.link.CodeRegion;
import org.bluescript.backend.link.Libraries;
import org.bluescript.backend.link.LinkFailure;
import org.bluescript.backend.link.LinkPlan;
import org.bluescript.backend.link.LinkProblem;
import org.bluescript.backend.link.LinkedImage;
import org.bluescript.backend.link.Linker;
import org.bluescript.backend.patch.OutOfProgramMemory;
import org.bluescript.backend.patch.PatchPlanner;
import org.bluescript.backend.specialize.LoopEntry;
import org.bluescript.backend.specialize.SpecializedProgram;
import org.bluescript.backend.tiers.Base;
import org.bluescript.backend.tiers.CompiledGeneration;
import org.bluescript.backend.tiers.Needed;
import org.bluescript.language.layout.CodeSlot;
import org.bluescript.language.layout.EntryTable;
import org.bluescript.language.layout.Exchange;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.MemoryMap;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;

/** From a typed program to bytes for a device, in the order in which it is written here. */
public final class NativeCompiler {
    private final CrossCompiler compiler;
    private final Libraries libraries;
    private final Firmware firmware;

    /** {@code libraries} hold what programs may need beyond the firmware: mathematics, the compiler's own helpers. */
    public NativeCompiler(CrossCompiler compiler, Libraries libraries, Firmware firmware) {
        this.compiler = compiler;
        this.libraries = libraries;
        this.firmware = firmware;
    }

    /**
     * Compiles a program for a device with this memory.
     *
     * @param diagnostics gets the errors of inline C
     * @return empty if there were any
     * @throws OutOfProgramMemory if the program is too large
     */
    public Optional<NativeProgram> compile(TypedProgram program, MemoryMap map, Diagnostics diagnostics)
            throws OutOfProgramMemory {
        PatchPlanner planner = new PatchPlanner(map);
        ProgramLayout layout = ProgramLayout.of(program, planner.dataBase(), firmware.symbols());
        return compile(new Part(program, layout, Share.ofDevice(program)), linker(map), planner, diagnostics);
    }

    /**
     * The same for a program that the host runs, all but its device-bound functions: only what these can reach is compiled, and
     * they have entries for the host.
     */
    public Optional<NativeProgram> compileShared(TypedProgram program, MemoryMap map, Diagnostics diagnostics)
            throws OutOfProgramMemory {
        PatchPlanner planner = new PatchPlanner(map);
        ProgramLayout layout = ProgramLayout.shared(program, planner.dataBase(), firmware.symbols());
        return compile(new Part(program, layout, Share.ofDeviceBound(program)), linker(map), planner, diagnostics);
    }

    /**
     * Compiles what stays of a program whose code is replaced while host and device run it in turns: all of it, as its source says,
     * with entries for the host.
     *
     * @param codeMemory bytes of the device's memory that later generations may take
     */
    public Optional<Base> compileBase(TypedProgram program, MemoryMap map, int codeMemory, Diagnostics diagnostics)
            throws OutOfProgramMemory {
        PatchPlanner planner = new PatchPlanner(map, codeMemory);
        ProgramLayout layout = ProgramLayout.tiered(program, planner.dataBase(), firmware.symbols());
        Set<FunctionId> all = program.functions().keySet();
        Part part = new Part(program, layout, Share.ofBase(program, callable(program, all)));
        return compile(part, linker(map).librariesFirst(), planner, diagnostics)
                .map(code -> new Base(program, code, part.share(), planner.codeMemory(layout, code.image())));
    }

    /**
     * Compiles code for a base, whose program the other must have been made from. The host can call all of its loops.
     *
     * @param called functions that the host is to call by entries of this code's own; those that take too many words are left out
     * @param replaced functions of the base's program whose entries are to lead to the new code, if they hold no inline C; the others keep
     *     generation 0's. What neither these nor the called ones need is left out, and what generation 0 has is called there
     */
    public CompiledGeneration compileGeneration(
            SpecializedProgram made, Base base, Set<FunctionId> called, Set<FunctionId> replaced) {
        TypedProgram program = made.program();
        Set<FunctionId> entered = new HashSet<>(called);
        made.loops().values().stream().map(LoopEntry::id).forEach(entered::add);
        Set<FunctionId> asked = new HashSet<>(entered);
        asked.addAll(replaced);
        Set<FunctionId> defined = Needed.of(program, base.program(), asked);
        ProgramLayout layout = base.code().layout().of(program);
        Part part = new Part(program, layout, Share.ofGeneration(defined, callable(program, entered), replaced));
        EmittedUnit unit = ProgramEmitter.emit(program, layout, part.share());
        CSource source = new CSource(name(program), unit.text(), unit.lines());
        Map<String, Integer> definitions = definitions(layout);
        definitions.putAll(base.code().image().globals());
        try {
            ObjectCode object = compiler.compile(source);
            LinkPlan plan = linker(base.code().patch().after().map())
                    .librariesFirst()
                    .plan(List.of(object), definitions, roots(part, object, unit));
            return new CompiledGeneration(made, part.share(), unit, source, object, layout, plan, base);
        } catch (CompileFailure failure) {
            throw new IllegalStateException("a program that was compiled before: " + failure.getMessage(), failure);
        } catch (LinkFailure failure) {
            throw new IllegalStateException("a program that was linked before: " + failure.problem().message(), failure);
        }
    }

    /**
     * Emits some functions of a program that grows. Needs no compiler.
     *
     * @param called those of them that the host is to call
     */
    public static LineUnit emitLines(
            TypedProgram program, ProgramLayout layout, Set<FunctionId> functions, Set<FunctionId> called, Firmware firmware) {
        EmittedUnit unit = ProgramEmitter.emit(program, layout, Share.ofGrowing(functions, called));
        Map<String, Integer> definitions = definitions(layout, firmware);
        definitions.putAll(ProgramEmitter.variables(layout));
        Map<FunctionId, TypedFunction> own = new LinkedHashMap<>(program.functions());
        own.keySet().retainAll(functions);
        TypedProgram part = new TypedProgram(program.modules(), program.classes(), own, program.growable(), program.library(),
                program.implementers(), program.adapters());
        return new LineUnit(part, layout.code(), unit, new CSource("lines.c", unit.text(), unit.lines()), definitions);
    }

    /** Compiles the C of such functions; empty if there are mistakes in inline C, which {@code diagnostics} gets. */
    public Optional<ObjectCode> compileLines(LineUnit lines, Diagnostics diagnostics) {
        try {
            return Optional.of(compiler.compile(lines.source()));
        } catch (CompileFailure failure) {
            failure.diagnostics().forEach(d -> report(d, lines.unit(), diagnostics));
            return Optional.empty();
        }
    }

    /** Links the code of such functions, but for its place; empty if inline C names what is not there. */
    public Optional<CompiledLines> linkLines(LineUnit lines, ObjectCode object, MemoryMap map, Diagnostics diagnostics) {
        Set<String> roots = object.elf().symbols().stream()
                .filter(ElfSymbol::isGlobalDefinition)
                .map(ElfSymbol::name)
                .collect(Collectors.toSet());
        try {
            return Optional.of(new CompiledLines(lines, linker(map).plan(List.of(object), lines.definitions(), roots)));
        } catch (LinkFailure failure) {
            TypedFunction first = lines.functions().functions().values().iterator().next();
            report(failure.problem(), object, lines.unit(), first.span(), diagnostics);
            return Optional.empty();
        }
    }

    private static Set<FunctionId> callable(TypedProgram program, Set<FunctionId> functions) {
        return functions.stream()
                .filter(f -> program.functions().containsKey(f) && Exchange.takes(program.functions().get(f)))
                .collect(Collectors.toSet());
    }

    /** What one C unit is made of. */
    private record Part(TypedProgram program, ProgramLayout layout, Share share) {}

    private Optional<NativeProgram> compile(Part part, Linker linker, PatchPlanner planner, Diagnostics diagnostics)
            throws OutOfProgramMemory {
        TypedProgram program = part.program();
        EmittedUnit unit = ProgramEmitter.emit(program, part.layout(), part.share());
        CSource source = new CSource(name(program), unit.text(), unit.lines());
        ObjectCode object;
        try {
            object = compiler.compile(source);
        } catch (CompileFailure failure) {
            failure.diagnostics().forEach(d -> report(d, unit, diagnostics));
            return Optional.empty();
        }
        try {
            LinkPlan plan = linker.plan(List.of(object), definitions(part.layout()), roots(part, object, unit));
            LinkedImage image = planner.place(part.layout(), plan);
            return Optional.of(new NativeProgram(
                    planner.plan(part.layout(), image), entry(image, unit), unit, source, object, image, part.layout()));
        } catch (LinkFailure failure) {
            report(failure.problem(), object, unit, wholeProgram(program), diagnostics);
            return Optional.empty();
        }
    }

    /** The assembly text of the same code. */
    public String assembly(NativeProgram program) {
        try {
            return compiler.assembly(program.source());
        } catch (CompileFailure failure) {
            throw new IllegalStateException("compiled before: " + failure.getMessage(), failure);
        }
    }

    private Linker linker(MemoryMap map) {
        return new Linker(libraries, new CodeRegion(map.program().base().bits(), map.program().size()));
    }

    /** What is there before the code: the firmware, the program's static data, and the entries of replaceable code. */
    private Map<String, Integer> definitions(ProgramLayout layout) {
        return definitions(layout, firmware);
    }

    private static Map<String, Integer> definitions(ProgramLayout layout, Firmware firmware) {
        Map<String, Integer> definitions = new HashMap<>(firmware.definitions());
        layout.symbols().forEach((name, address) -> definitions.put(name, address.bits()));
        layout.entries().ifPresent(
                table -> table.words().forEach((symbol, word) -> definitions.put(EntryTable.name(symbol), word)));
        return definitions;
    }

    /** What must be kept: the entry, functions whose addresses the static data hold, and what a host may call or point at. */
    private static Set<String> roots(Part part, ObjectCode object, EmittedUnit unit) {
        ProgramLayout layout = part.layout();
        Set<String> held = new HashSet<>();
        layout.codeSlots().stream().map(CodeSlot::symbol).forEach(held::add);
        layout.entries().ifPresent(table -> held.addAll(table.addresses().keySet()));
        if (layout.isShared()) {
            for (FunctionId function : part.program().functions().keySet()) {
                held.add(layout.code().direct(function));
                held.add(layout.code().remote(function));
            }
        }
        Set<String> roots = new HashSet<>(Set.of(unit.entry()));
        for (ElfSymbol symbol : object.elf().symbols()) {
            if (symbol.isGlobalDefinition() && held.contains(symbol.name())) {
                roots.add(symbol.name());
            }
        }
        return roots;
    }

    private static Address entry(LinkedImage image, EmittedUnit unit) {
        return Address.of(
                image.address(unit.entry()).orElseThrow(() -> new IllegalStateException("no " + unit.entry())));
    }

    /** An error of the C compiler can only be about inline C; anything else is a mistake in the emitter. */
    private static void report(CDiagnostic diagnostic, EmittedUnit unit, Diagnostics diagnostics) {
        Span place = unit.place(diagnostic.line());
        if (place == null) {
            throw new IllegalStateException("emitted C, line " + diagnostic.line() + ": " + diagnostic.message());
        }
        diagnostics.error(place, "in inline C: " + diagnostic.message());
    }

    /** Inline C may use what nobody defines: told once for each name, where it is used first. */
    private static void report(
            LinkProblem problem, ObjectCode object, EmittedUnit unit, Span wholeProgram, Diagnostics diagnostics) {
        if (!(problem instanceof LinkProblem.Unresolved unresolved)) {
            diagnostics.error(wholeProgram, problem.message());
            return;
        }
        ObjectLines lines = new ObjectLines(object);
        Set<String> told = new HashSet<>();
        for (LinkProblem.Reference reference : unresolved.references()) {
            if (told.add(reference.symbol())) {
                Span place = lines.at(reference.section(), reference.offset())
                        .map(l -> unit.place(l.line()))
                        .orElse(wholeProgram);
                diagnostics.error(place, "in inline C: \"" + reference.symbol() + "\" is not defined");
            }
        }
    }

    private static String name(TypedProgram program) {
        return program.modules().getLast().path() + ".c";
    }

    private static Span wholeProgram(TypedProgram program) {
        return new Span(program.modules().getLast().file(), 0, 0);
    }
}
