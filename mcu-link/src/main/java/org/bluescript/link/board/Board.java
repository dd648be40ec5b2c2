package org.bluescript.link.board;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A kind of board, as its file {@code board.json} describes it.
 *
 * @param name the folder's name, and what the user calls it
 * @param title one line for people
 * @param core for the C compiler's {@code -mcpu}
 * @param fpu for {@code -mfpu}
 * @param floatAbi for {@code -mfloat-abi}
 * @param memory what the chip has; what a program may use the device says itself
 * @param firmware the ELF file, absolute
 * @param baud speed of its serial port, bits per second
 */
public record Board(
        String name,
        String title,
        String core,
        String fpu,
        String floatAbi,
        List<Memory> memory,
        Path firmware,
        int baud,
        Optional<Emulator> emulator,
        Optional<FlashTool> flash) {
    /**
     * A range of the chip's memory.
     *
     * @param kind {@code flash}, {@code sram}, …
     * @param base first address, unsigned
     * @param size bytes
     */
    public record Memory(String kind, int base, int size) {}

    /**
     * How to emulate the board. In the arguments, {@code {machine}}, {@code {kernel}} and {@code {socket}} stand for
     * the first of {@code machines} that the emulator has, the firmware, and the socket that it is to connect to.
     *
     * @param installedBy the Debian package that has the command
     */
    public record Emulator(String command, String installedBy, List<String> machines, List<String> arguments) {}

    /** How to flash a real board. {@code {binary}} stands for the firmware as bytes. */
    public record FlashTool(List<String> command, String installedBy) {}

    /** The same board with another firmware. */
    public Board with(Path otherFirmware) {
        return new Board(name, title, core, fpu, floatAbi, memory, otherFirmware, baud, emulator, flash);
    }

    /** The same board, emulated in another way. */
    public Board with(Emulator other) {
        return new Board(name, title, core, fpu, floatAbi, memory, firmware, baud, Optional.of(other), flash);
    }
}
