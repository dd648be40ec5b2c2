package org.bluescript.language.tiers;

import com.oracle.truffle.api.TruffleStackTrace;
import com.oracle.truffle.api.TruffleStackTraceElement;
import com.oracle.truffle.api.nodes.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluescript.language.ProgramChecker;
import org.bluescript.language.interpreter.HostProgram;
import org.bluescript.language.machine.DeviceTwin;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.machine.ProgramFailure;
import org.bluescript.language.modules.MemoryModules;
import org.bluescript.language.observation.Observations;
import org.bluescript.language.profile.LoopId;
import org.bluescript.language.profile.Sites;
import org.bluescript.language.shadow.Stretch;
import org.bluescript.language.shadow.heap.Stress;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;

/**
 * A program that a host runs together with a {@link DeviceTwin}, and says itself what is installed when, by lines that begin with an
 * exclamation mark: {@code !install f g#0 h#1=i}, the function {@code f}, the first loop of {@code g}, for which the
 * function {@code g_loop0} is called with those locals of {@code g} that its parameters are called after, and the second of {@code h}
 * as {@code i}; {@code !withdraw}; {@code !interrupt}, which the device must print.
 */
final class TieredRun {
    private final TypedProgram typed;
    private final DeviceTwin twin;
    private final Stress stress;
    private final Tiers tiers = new Tiers();
    private final Observations observations = new Observations();
    private final List<String> output = new ArrayList<>();
    private final List<Stretch> words = new ArrayList<>();
    private HostMachine machine;
    private Optional<ProgramFailure> failure = Optional.empty();
    private Runnable atOutput = () -> { };
    private int generation;

    TieredRun(String text) {
        this(text, Stress.NONE);
    }

    TieredRun(String text, Stress stress) {
        this.typed = check(text);
        this.stress = stress;
        this.twin = new DeviceTwin(typed, stress);
    }

    static TypedProgram check(String text) {
        Diagnostics diagnostics = new Diagnostics();
        MemoryModules modules = MemoryModules.of(Map.of("main", text));
        return ProgramChecker.check(modules.module("main"), modules, diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.all()));
    }

    /** What the program prints when the host runs it alone, without the lines that install. */
    static List<String> alone(String text) {
        List<String> output = new ArrayList<>();
        HostProgram.load(check(text), HostMachine.of((toError, line) -> output.add(text(line)))).run();
        output.removeIf(line -> line.startsWith("!"));
        return output;
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }

    /** Does something at each line of output, on the thread that prints. */
    TieredRun atOutput(Runnable action) {
        atOutput = action;
        return this;
    }

    TieredRun run() {
        machine = HostMachine.sharing(twin.placed(Optional.of(twin)), (toError, line) -> print(text(line)), stress);
        HostProgram program = HostProgram.load(typed, machine, Optional.of(observations), Optional.of(tiers));
        try {
            program.run();
        } catch (ProgramFailure e) {
            failure = Optional.of(e);
        }
        return this;
    }

    /** The functions that were running at an error, the innermost first, with lines. */
    static List<String> calls(ProgramFailure failure) {
        List<String> calls = new ArrayList<>();
        for (TruffleStackTraceElement element : TruffleStackTrace.getStackTrace(failure)) {
            Node location = calls.isEmpty() ? failure.getLocation() : element.getLocation();
            calls.add(element.getTarget().getRootNode().getName() + ":" + location.getEncapsulatingSourceSection().getStartLine());
        }
        return calls;
    }

    private void print(String line) {
        String[] command = line.split(" ");
        switch (command[0]) {
            case "!install" -> install(List.of(command).subList(1, command.length));
            case "!withdraw" -> tiers.withdraw();
            case "!interrupt" -> throw new DeviceTwin.Interruption();
            default -> output.add(line);
        }
        atOutput.run();
    }

    void install(List<String> names) {
        Map<FunctionId, Integer> functions = new HashMap<>();
        Map<LoopId, InstalledLoop> loops = new HashMap<>();
        for (String name : names) {
            if (name.contains("#")) {
                String[] parts = name.split("[#=]");
                int index = Integer.parseInt(parts[1]);
                String as = parts.length > 2 ? parts[2] : parts[0] + "_loop" + index;
                loops.put(loop(parts[0], index), installedLoop(parts[0], as));
            } else {
                functions.put(function(name).id(), twin.entry(function(name).id()));
            }
        }
        tiers.install(new Installed(++generation, functions, loops, List.copyOf(words)));
    }

    /** What the next generations write into static data. */
    void writes(Stretch stretch) {
        words.add(stretch);
    }

    private InstalledLoop installedLoop(String function, String as) {
        Map<String, Local> locals = locals(function(function));
        TypedFunction code = function(as);
        List<Local> passed = code.parameters().stream().map(p -> locals.get(p.name())).toList();
        twin.gives(passed);
        return new InstalledLoop(twin.entry(code.id()), passed);
    }

    private static Map<String, Local> locals(TypedFunction function) {
        Map<String, Local> locals = new LinkedHashMap<>();
        function.parameters().forEach(p -> locals.put(p.name(), p));
        TreeWalk.statements(function.body(), s -> {
            if (s instanceof TypedStatement.Declare declare) {
                locals.put(declare.local().name(), declare.local());
            }
        });
        return locals;
    }

    LoopId loop(String function, int index) {
        List<LoopId> loops = new ArrayList<>();
        TypedFunction f = function(function);
        Sites sites = Sites.of(typed, f);
        TreeWalk.statements(f.body(), s -> {
            if (s instanceof TypedStatement.Loop loop) {
                loops.add(new LoopId(f.id(), sites.number(loop)));
            }
        });
        return loops.get(index);
    }

    TypedFunction function(String name) {
        String wanted = name.equals("top") ? FunctionId.TOP_LEVEL : name;
        return typed.functions().values().stream()
                .filter(f -> f.id().name().equals(wanted))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError(name + " is none of " + typed.functions().keySet()));
    }

    Crossings crossings(String function) {
        return tiers.functions().get(function(function).id());
    }

    Crossings crossings(String function, int loop) {
        return tiers.loops().get(loop(function, loop));
    }

    long callsSeen(String function) {
        return observations.profile().of(function(function).id()).orElseThrow().calls();
    }

    long turnsSeen(String function, int loop) {
        return observations.profile().of(function(function).id()).orElseThrow().counts().getOrDefault(loop(function, loop).number(), 0L);
    }

    List<String> output() {
        return output;
    }

    Optional<ProgramFailure> failure() {
        return failure;
    }

    Tiers tiers() {
        return tiers;
    }

    DeviceTwin twin() {
        return twin;
    }

    HostMachine machine() {
        return machine;
    }

    Observations observations() {
        return observations;
    }

    TypedProgram typed() {
        return typed;
    }
}
