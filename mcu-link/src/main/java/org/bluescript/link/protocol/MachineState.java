package org.bluescript.link.protocol;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The processor when a program, or the firmware, failed.
 *
 * @param pcValid whether register 15 is known; a stack overflow may leave it unknown
 * @param registersValid whether registers 0 to 14 and {@code psr} are known
 * @param registers r0 to r15: r13 is the stack pointer as it was before the exception, r15 the program counter
 * @param faultStatus configurable fault status register (CFSR), 0 if there was no fault
 * @param hardFaultStatus hard fault status register (HFSR)
 * @param faultAddress the address whose access failed, if that is known
 */
public record MachineState(
        boolean pcValid,
        boolean registersValid,
        int[] registers,
        int psr,
        int faultStatus,
        int hardFaultStatus,
        OptionalInt faultAddress) {
    private static final int SP = 13;
    private static final int LR = 14;
    private static final int PC = 15;

    public int sp() {
        return registers[SP];
    }

    public int lr() {
        return registers[LR];
    }

    /** Means something only if {@code pcValid}. */
    public int pc() {
        return registers[PC];
    }

    static MachineState decode(MessageReader reader, int flags) throws MalformedMessage {
        int[] registers = new int[16];
        for (int i = 0; i < registers.length; i++) {
            registers[i] = reader.u32();
        }
        int psr = reader.u32();
        int faultStatus = reader.u32();
        int hardFaultStatus = reader.u32();
        int address = reader.u32();
        boolean hasAddress = (flags & ProtocolNumbers.FAILED_HAS_ADDRESS) != 0;
        return new MachineState(
                (flags & ProtocolNumbers.FAILED_HAS_PC) != 0,
                (flags & ProtocolNumbers.FAILED_HAS_REGISTERS) != 0,
                registers,
                psr,
                faultStatus,
                hardFaultStatus,
                hasAddress ? OptionalInt.of(address) : OptionalInt.empty());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MachineState that
                && pcValid == that.pcValid
                && registersValid == that.registersValid
                && Arrays.equals(registers, that.registers)
                && psr == that.psr
                && faultStatus == that.faultStatus
                && hardFaultStatus == that.hardFaultStatus
                && faultAddress.equals(that.faultAddress);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(registers) + psr;
    }
}
