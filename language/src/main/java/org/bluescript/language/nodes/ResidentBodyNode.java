package org.bluescript.language.nodes;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.function.IntSupplier;
import org.bluescript.language.machine.DeviceTrouble;
import org.bluescript.language.machine.DeviceUnavailable;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.machine.RemoteCalls.TooManyRoots;
import org.bluescript.language.tiers.Residence;
import org.bluescript.language.typed.TypedFunction;

/**
 * What a function of a session does, where that is: calls it on the board while it resides there, and executes its body while it does not, or
 * the board cannot be called just then.
 */
public final class ResidentBodyNode extends BodyNode {
    /** No value. */
    private static final Object NOT_THERE = new Object();

    /** The board cannot be called just then. */
    public static final class NotThereNow extends RuntimeException {
        private static final long serialVersionUID = 1;

        public NotThereNow() {
            super("not on the board", null, false, false);
        }
    }

    private final HostMachine machine;
    private final Residence residence;
    private final IntSupplier entry;
    @Child private RemoteFunction remote;
    @Child private BodyNode body;

    /** @param entry where the function is on the board at the time of a call; may fail as a call may, or with {@link NotThereNow} */
    public ResidentBodyNode(
            HostMachine machine, TruffleLanguage<?> language, TypedFunction function, Residence residence, IntSupplier entry, BodyNode body) {
        this.machine = machine;
        this.residence = residence;
        this.entry = entry;
        this.remote = new RemoteFunction(machine, RemoteInvocation.optional(machine, language), function);
        this.body = body;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        if (residence.isOnBoard()) {
            Object result = callBoard(frame.getArguments());
            if (result != NOT_THERE) {
                return result;
            }
        }
        residence.called();
        return body.execute(frame);
    }

    @TruffleBoundary
    private Object callBoard(Object[] arguments) {
        if (!machine.isReadyForRemoteCalls()) {
            return NOT_THERE;
        }
        try {
            Object result = remote.call(entry, arguments);
            machine.remote().instructions().ifPresent(residence::took);
            return result;
        } catch (DeviceUnavailable e) {
            throw new DeviceTrouble(e, this);
        } catch (TooManyRoots | NotThereNow e) {
            return NOT_THERE;
        }
    }
}
