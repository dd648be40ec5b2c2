package org.bluescript.language.machine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ReadOnlyMemory;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.shadow.ShadowMachine;

/**
 * A program at its place in the memory of a device, which runs some of its functions or only has the same memory.
 *
 * @param shadow what is true of the device when the program has arrived: its memory with data and code, its heap's plan
 * @param firmware the addresses of the firmware's symbols: built-in class records and strings, {@code bs_heap}
 * @param flash constants in the device's flash
 * @param layout the program's static data, in {@code shadow}'s memory
 * @param code by symbol, what a pointer to it holds
 * @param constant the program's instructions, which nothing changes while it runs
 * @param apart memory behind {@code constant} where the device gets more code while the program runs: whoever makes that writes it,
 *     the host neither sends it nor asks for it
 * @param executor runs functions; empty if the program needs none of them run
 */
public record PlacedProgram(
        ShadowMachine shadow,
        Map<String, Address> firmware,
        List<ReadOnlyMemory> flash,
        ProgramLayout layout,
        Map<String, Integer> code,
        Region constant,
        Region apart,
        Optional<Executor> executor) {}
