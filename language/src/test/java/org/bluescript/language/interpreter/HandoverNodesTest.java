package org.bluescript.language.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.NodeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluescript.language.ProgramChecker;
import org.bluescript.language.machine.DeviceTwin;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.modules.MemoryModules;
import org.bluescript.language.nodes.HandoverBodyNode;
import org.bluescript.language.nodes.HandoverTestNode;
import org.bluescript.language.observation.Observations;
import org.bluescript.language.shadow.heap.Stress;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.tiers.Tiers;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.junit.jupiter.api.Test;

/** What hands over stands in the nodes of tiered programs only, where it must. */
class HandoverNodesTest {
    private static final TypedProgram PROGRAM = check("""
        class Point { x = 1; move(n) { while (n > 0) { n--; this.x++ } return this } }
        function f(n: integer): integer {
            let sum = 0
            for (let i = 0; i < n; i++) { do { sum += i } while (sum < 0) }
            for (;;) { if (sum > 10) { return sum } sum++ }
        }
        const twice = (k: integer) => f(k) + f(k)
        for (const n of [1, 2]) { print(twice(n), new Point().move(n).x) }
        """);

    private static TypedProgram check(String text) {
        MemoryModules modules = MemoryModules.of(Map.of("main", text));
        return ProgramChecker.check(modules.module("main"), modules, new Diagnostics()).orElseThrow();
    }

    private static TreeTranslator load(HostMachine machine, Optional<Tiers> tiers) {
        TreeTranslator loaded = new TreeTranslator(
                null, PROGRAM, machine, new SourceSections(), Optional.of(new Observations()), tiers);
        loaded.run();
        return loaded;
    }

    private static TreeTranslator tiered() {
        DeviceTwin twin = new DeviceTwin(PROGRAM, Stress.NONE);
        HostMachine machine = HostMachine.sharing(twin.placed(Optional.of(twin)), (toError, line) -> { }, Stress.NONE);
        return load(machine, Optional.of(new Tiers()));
    }

    private static List<Node> nodes(TreeTranslator loaded, TypedFunction function) {
        List<Node> result = new ArrayList<>();
        loaded.code(function.id()).target().getRootNode().accept(result::add);
        return result;
    }

    private static <T> int count(TreeTranslator loaded, String function, Class<T> nodes) {
        TypedFunction found = PROGRAM.functions().values().stream()
                .filter(f -> f.id().name().equals(function))
                .findFirst()
                .orElseThrow();
        return NodeUtil.findAllNodeInstances(loaded.code(found.id()).target().getRootNode(), nodes).size();
    }

    @Test
    void aProgramOfTheHostAloneHasNone() {
        TreeTranslator alone = load(HostMachine.of((toError, line) -> { }), Optional.empty());
        PROGRAM.functions().values().forEach(f -> assertThat(nodes(alone, f))
                .noneMatch(n -> n.getClass().getSimpleName().startsWith("Handover") || n.getClass().getSimpleName().startsWith("Remote")));
    }

    @Test
    void eachFunctionHasOneAndEachLoop() {
        TreeTranslator tiered = tiered();
        PROGRAM.functions().values().forEach(f ->
                assertThat(nodes(tiered, f)).as("%s", f.id()).filteredOn(n -> n instanceof HandoverBodyNode).hasSize(1));
        assertThat(count(tiered, "f", HandoverTestNode.class)).isEqualTo(3);
        assertThat(count(tiered, "Point.move", HandoverTestNode.class)).isEqualTo(1);
        assertThat(count(tiered, "(top level)", HandoverTestNode.class)).isEqualTo(1);
    }
}
