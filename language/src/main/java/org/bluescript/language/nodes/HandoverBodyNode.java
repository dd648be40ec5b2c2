package org.bluescript.language.nodes;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.Optional;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.machine.RemoteCalls.TooManyRoots;
import org.bluescript.language.tiers.Crossing;
import org.bluescript.language.tiers.HandoverPoint;
import org.bluescript.language.tiers.Tiers;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedFunction;

/** Calls the function on the device while it is installed there, and executes its body while it is not. */
public final class HandoverBodyNode extends BodyNode {
    /** No value. */
    private static final Object NOT_THERE = new Object();

    private final HostMachine machine;
    private final Tiers tiers;
    private final FunctionId function;
    private final HandoverPoint point;
    @Child private RemoteFunction remote;
    @Child private BodyNode body;

    public HandoverBodyNode(
            HostMachine machine, TruffleLanguage<?> language, Tiers tiers, TypedFunction function, BodyNode body) {
        this.machine = machine;
        this.tiers = tiers;
        this.function = function.id();
        this.point = HandoverPoint.of(tiers, function.id());
        this.remote = new RemoteFunction(machine, RemoteInvocation.optional(machine, language), function);
        this.body = body;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        if (point.isOpen()) {
            Object result = handOver(frame.getArguments());
            if (result != NOT_THERE) {
                return result;
            }
        }
        return body.execute(frame);
    }

    @TruffleBoundary
    private Object handOver(Object[] arguments) {
        if (!machine.isReadyForRemoteCalls()) {
            return NOT_THERE;
        }
        Optional<Crossing> entered = tiers.enter(function);
        if (entered.isEmpty()) {
            return NOT_THERE;
        }
        try {
            machine.write(entered.get().words());
            return remote.call(entered.get()::entry, arguments);
        } catch (TooManyRoots e) {
            return NOT_THERE;
        } finally {
            tiers.leave(entered.get(), false, machine.remote().instructions());
        }
    }
}
