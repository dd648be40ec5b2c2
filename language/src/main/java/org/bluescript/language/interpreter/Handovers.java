package org.bluescript.language.interpreter;

import java.util.Optional;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.nodes.BodyNode;
import org.bluescript.language.nodes.ExpressionNode;
import org.bluescript.language.nodes.HandoverBodyNode;
import org.bluescript.language.nodes.HandoverTestNode;
import org.bluescript.language.nodes.LocalPlaces;
import org.bluescript.language.profile.LoopId;
import org.bluescript.language.profile.Sites;
import org.bluescript.language.tiers.Tiers;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;

/** Puts into a function's nodes what hands over to the device; nothing, if the program is run by the host alone. */
final class Handovers {
    static final Handovers NONE = new Handovers(Optional.empty());

    private final Optional<Function> function;

    private record Function(
            BlueScriptLanguage language,
            HostMachine machine,
            Tiers tiers,
            TypedFunction function,
            Sites sites,
            LocalPlaces places) {}

    private Handovers(Optional<Function> function) {
        this.function = function;
    }

    /** @param places where the function's locals are */
    static Handovers of(
            BlueScriptLanguage language,
            HostMachine machine,
            Tiers tiers,
            TypedProgram program,
            TypedFunction function,
            LocalPlaces places) {
        Sites sites = Sites.of(program, function);
        return new Handovers(Optional.of(new Function(language, machine, tiers, function, sites, places)));
    }

    /** What the function does when it is called. */
    BodyNode body(BodyNode body) {
        return function.<BodyNode>map(f -> new HandoverBodyNode(f.machine(), f.language(), f.tiers(), f.function(), body))
                .orElse(body);
    }

    /** The test of a loop, which may have no condition. */
    ExpressionNode test(TypedStatement.Loop loop, FunctionObserver observer, ExpressionNode condition) {
        return function.<ExpressionNode>map(f -> new HandoverTestNode(
                        f.machine(),
                        f.language(),
                        f.tiers(),
                        new LoopId(f.function().id(), f.sites().number(loop)),
                        f.function(),
                        f.places(),
                        observer.turns(loop),
                        condition))
                .orElse(condition);
    }
}
