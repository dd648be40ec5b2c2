package org.bluescript.language.nodes;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.machine.DeviceTrouble;
import org.bluescript.language.machine.DeviceUnavailable;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.machine.RemoteCalls.TooManyRoots;
import org.bluescript.language.tiers.Crossing;
import org.bluescript.language.tiers.Tiers;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedFunction;

/** In the place of the body of a function that only a device can run: hands the arguments over and waits for the result. */
public final class RemoteCallNode extends StatementNode {
    private final HostMachine machine;
    private final FunctionId function;
    private final IntSupplier entry;
    private final Optional<Tiers> tiers;
    @Child private RemoteFunction remote;

    /**
     * @param entry where the function is at the time of a call; may fail as a call may
     * @param tiers those of the program, whose code the function may call
     */
    public RemoteCallNode(
            HostMachine machine,
            TruffleLanguage<?> language,
            TypedFunction function,
            IntSupplier entry,
            Optional<Tiers> tiers) {
        this.machine = machine;
        this.function = function.id();
        this.entry = entry;
        this.tiers = tiers;
        this.remote = new RemoteFunction(machine, RemoteInvocation.necessary(machine, language), function);
    }

    @Override
    public void executeVoid(VirtualFrame frame) {
        throw new ReturnException(runTail(frame));
    }

    @Override
    public Object runTail(VirtualFrame frame) {
        return call(frame.getArguments());
    }

    @TruffleBoundary
    private Object call(Object[] arguments) {
        try {
            return tiers.isEmpty() ? remote.call(entry, arguments) : callTiered(arguments);
        } catch (DeviceUnavailable e) {
            throw new DeviceTrouble(e, this);
        } catch (TooManyRoots e) {
            throw failure(RunTimeErrorKind.MEMORY);
        }
    }

    private Object callTiered(Object[] arguments) {
        int place = entry.getAsInt();
        Crossing crossing = tiers.get().enter(function, place);
        try {
            machine.write(crossing.words());
            return remote.call(() -> place, arguments);
        } finally {
            tiers.get().leave(crossing, false, machine.remote().instructions());
        }
    }
}
