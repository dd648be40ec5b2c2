package org.bluescript.language.nodes;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.List;
import java.util.Optional;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.machine.ProgramFailure;
import org.bluescript.language.machine.RemoteCalls.TooManyRoots;
import org.bluescript.language.observation.Counter;
import org.bluescript.language.profile.LoopId;
import org.bluescript.language.tiers.Crossing;
import org.bluescript.language.tiers.HandoverPoint;
import org.bluescript.language.tiers.Tiers;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.types.Representation;

/**
 * The test of a loop. While the loop is installed on the device the function goes on there from here, and ends here when it ends
 * there; if the loop is recalled, its locals come back and the test is made here.
 */
public final class HandoverTestNode extends ExpressionNode {
    private final HostMachine machine;
    private final Tiers tiers;
    private final LoopId loop;
    private final boolean takesClosure;
    private final Representation result;
    private final LocalPlaces places;
    private final Optional<Counter> turns;
    private final HandoverPoint point;
    @Child private RemoteInvocation invocation;
    @Child private ExpressionNode condition;

    /**
     * @param function in which the loop is
     * @param turns of the loop on the host, if they are counted
     * @param condition null if the loop has none
     */
    public HandoverTestNode(
            HostMachine machine,
            TruffleLanguage<?> language,
            Tiers tiers,
            LoopId loop,
            TypedFunction function,
            LocalPlaces places,
            Optional<Counter> turns,
            ExpressionNode condition) {
        this.machine = machine;
        this.tiers = tiers;
        this.loop = loop;
        this.takesClosure = function.kind() == TypedFunction.Kind.CLOSURE;
        this.result = function.result().representation();
        this.places = places;
        this.turns = turns;
        this.point = HandoverPoint.of(tiers, loop);
        this.invocation = RemoteInvocation.optional(machine, language);
        this.condition = condition;
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        if (point.isOpen()) {
            handOver(frame.materialize());
        }
        return condition == null || condition.executeBoolean(frame);
    }

    /** Returns if the loop goes on here. */
    @TruffleBoundary
    private void handOver(MaterializedFrame frame) {
        if (machine.isReadyForRemoteCalls()) {
            tiers.enter(loop, turns.map(Counter::count).orElse(0L)).ifPresent(crossing -> goOn(crossing, frame));
        }
    }

    private void goOn(Crossing crossing, MaterializedFrame frame) {
        Optional<int[]> state = Optional.empty();
        int word;
        try {
            machine.write(crossing.words());
            word = invocation.call(crossing.entry(), words(crossing.locals(), frame));
            state = machine.remote().recalled(crossing.locals().size());
        } catch (TooManyRoots e) {
            return;
        } catch (ProgramFailure e) {
            throw new EscapeException(e);
        } finally {
            tiers.leave(crossing, state.isPresent(), machine.remote().instructions());
        }
        if (state.isEmpty()) {
            throw new ReturnException(ExchangedWord.value(result, word));
        }
        for (int i = 0; i < crossing.locals().size(); i++) {
            restore(crossing.locals().get(i), state.get()[i], frame);
        }
    }

    /** The references among them are roots already, as locals of this function. */
    private int[] words(List<Local> locals, MaterializedFrame frame) {
        int first = takesClosure ? 1 : 0;
        int[] words = new int[first + locals.size()];
        if (takesClosure) {
            words[0] = frame.getIntStatic(places.closureSlot());
        }
        for (int i = 0; i < locals.size(); i++) {
            words[first + i] = word(locals.get(i), frame);
        }
        return words;
    }

    private int word(Local local, MaterializedFrame frame) {
        int slot = places.slot(local);
        return switch (form(local)) {
            case INTEGER, REFERENCE, WORD -> frame.getIntStatic(slot);
            case FLOAT -> Float.floatToRawIntBits(frame.getFloatStatic(slot));
            case BOOLEAN -> frame.getBooleanStatic(slot) ? 1 : 0;
            case NOTHING -> throw new IllegalArgumentException("a variable without a value: " + local);
        };
    }

    private void restore(Local local, int word, MaterializedFrame frame) {
        int slot = places.slot(local);
        switch (form(local)) {
            case INTEGER, REFERENCE, WORD -> frame.setIntStatic(slot, word);
            case FLOAT -> frame.setFloatStatic(slot, Float.intBitsToFloat(word));
            case BOOLEAN -> frame.setBooleanStatic(slot, (word & 0xff) != 0);
            case NOTHING -> throw new IllegalArgumentException("a variable without a value: " + local);
        }
        places.root(local).ifPresent(root ->
                machine.roots().set(frame.getIntStatic(places.baseSlot()) + root, ExchangedWord.object(form(local), word)));
    }

    private static Representation form(Local local) {
        return local.shared() ? Representation.REFERENCE : local.type().representation();
    }
}
