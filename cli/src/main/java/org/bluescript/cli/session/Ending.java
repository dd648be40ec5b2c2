package org.bluescript.cli.session;

import org.bluescript.backend.debug.Registers;
import org.bluescript.backend.failure.Stop;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.link.protocol.DeviceEvent;
import org.bluescript.link.protocol.MachineState;

/** How a program ended. */
public sealed interface Ending {
    /** Guest instructions (on a real board processor cycles) from the program's first to its last, modulo 2<sup>32</sup>. */
    long instructions();

    /** It ran to its end. */
    record Finished(long instructions) implements Ending {}

    /**
     * It was stopped by a run-time error or from outside. The device's memory still shows where, until the next program.
     *
     * @param failure what the device told
     * @param assertion the message of the assertion that failed; empty if none did or it had none
     */
    record Stopped(DeviceEvent.Failed failure, String assertion) implements Ending {
        @Override
        public long instructions() {
            return Integer.toUnsignedLong(failure.instructions());
        }

        /** The same in the words of the backend. */
        Stop stop() {
            MachineState state = failure.state();
            Registers registers = state.registersValid() && state.pcValid()
                    ? Registers.of(state.registers())
                    : Registers.stackPointer(state.sp());
            return new Stop(failure.error(), failure.site(), registers, assertion);
        }

        /** What the processor said about it, for people; empty if nothing. */
        public String fault() {
            return failure.error() == RunTimeErrorKind.FAULT.code() ? FaultText.of(failure.state()) : "";
        }

        /** Whether the host asked for it. */
        public boolean isInterrupted() {
            return failure.error() == RunTimeErrorKind.INTERRUPTED.code();
        }
    }
}
