package org.bluescript.cli.session;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bluescript.link.protocol.MachineState;

/** Says in words what the processor complained about: its configurable fault status register (ARMv7-M ARM, B3.2.15). */
final class FaultText {
    private record Cause(int bit, String text, boolean hasAddress) {}

    private static final List<Cause> CAUSES = List.of(
            new Cause(16, "undefined instruction", false),
            new Cause(17, "jump to an address that is not Thumb code", false),
            new Cause(18, "invalid return", false),
            new Cause(19, "instruction of a coprocessor that is not there", false),
            new Cause(24, "unaligned access", true),
            new Cause(25, "division by zero in C", false),
            new Cause(0, "jump to memory that is not code", false),
            new Cause(1, "access to memory that is not the program's", true),
            new Cause(3, "broken stack", false),
            new Cause(4, "broken stack", false),
            new Cause(8, "jump to an address where there is nothing", false),
            new Cause(9, "access to an address where there is nothing", true),
            new Cause(10, "write to an address where there is nothing, some instructions before", false),
            new Cause(11, "broken stack", false),
            new Cause(12, "broken stack", false));

    private FaultText() {}

    /** For example {@code undefined instruction}; empty if the register says nothing. */
    static String of(MachineState state) {
        List<String> found = new ArrayList<>();
        for (Cause cause : CAUSES) {
            if ((state.faultStatus() >> cause.bit() & 1) != 0) {
                String address = cause.hasAddress() && state.faultAddress().isPresent()
                        ? String.format(" (0x%08x)", state.faultAddress().getAsInt())
                        : "";
                found.add(cause.text() + address);
            }
        }
        return found.stream().distinct().collect(Collectors.joining(", "));
    }
}
