package org.bluescript.cli.tiers;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bluescript.backend.failure.RunTimeError;
import org.bluescript.backend.patch.Write;
import org.bluescript.backend.specialize.SpecializedProgram;
import org.bluescript.backend.tiers.Base;
import org.bluescript.backend.tiers.CodeMemory;
import org.bluescript.backend.tiers.CompiledGeneration;
import org.bluescript.backend.tiers.Generation;
import org.bluescript.backend.tiers.OutOfCodeMemory;
import org.bluescript.cli.Console;
import org.bluescript.cli.session.DeviceSession;
import org.bluescript.cli.session.Ending;
import org.bluescript.cli.session.Phases;
import org.bluescript.cli.session.ProgramOutput;
import org.bluescript.cli.session.Workbench;
import org.bluescript.language.layout.Exchange;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.link.protocol.DeviceEvent;

/** A board with the base of a program, whose functions are called one by one, and whose code is replaced between calls. */
final class TieredDevice {
    private final Workbench workbench;
    private final DeviceSession device;
    private final Base base;
    private final CodeMemory memory;
    private final List<Generation> installed = new ArrayList<>();
    private Map<FunctionId, Integer> called;

    TieredDevice(Workbench workbench, DeviceSession device, Base base) {
        this.workbench = workbench;
        this.device = device;
        this.base = base;
        this.memory = new CodeMemory(base.codeMemory());
        this.called = base.called();
    }

    Base base() {
        return base;
    }

    CodeMemory memory() {
        return memory;
    }

    /** Compiles all of another program of the same meaning. */
    CompiledGeneration compile(TypedProgram program) {
        Set<FunctionId> all = base.program().functions().keySet();
        return compile(program, all, all);
    }

    CompiledGeneration compile(TypedProgram program, Set<FunctionId> called, Set<FunctionId> replaced) {
        return workbench.compileGeneration(SpecializedProgram.of(program), base, called, replaced);
    }

    /** Compiles all of it, with its loops. */
    CompiledGeneration compile(SpecializedProgram program) {
        Set<FunctionId> all = base.program().functions().keySet();
        return workbench.compileGeneration(program, base, all, all);
    }

    Generation install(int number, CompiledGeneration compiled) throws OutOfCodeMemory {
        Generation generation = compiled.place(number, memory);
        install(generation);
        return generation;
    }

    void install(Generation generation) {
        generation.writes().forEach(this::write);
        write(generation.entries());
        installed.add(generation);
        called = generation.called();
    }

    /** What is in generation 0 is called there again by the host; entries stay as they are. */
    void callGeneric() {
        called = base.called();
    }

    private void write(Write write) {
        device.device().write(write.address().bits(), write.bytes());
    }

    int word(Address at) {
        byte[] b = device.read(at.bits(), 4);
        return b[0] & 0xff | (b[1] & 0xff) << 8 | (b[2] & 0xff) << 16 | b[3] << 24;
    }

    /** The result of a function, which must return. */
    int call(String function, int... words) {
        return result(function, outcome(OutputStream.nullOutputStream(), function, words));
    }

    /** What a function gives, of which this is the entry. */
    int call(int entry, int... words) {
        return result("0x%08x".formatted(entry), outcome(OutputStream.nullOutputStream(), entry, words));
    }

    private static int result(String function, DeviceEvent.Outcome outcome) {
        if (outcome instanceof DeviceEvent.Returned returned) {
            return returned.result();
        }
        throw new AssertionError(function + ": " + outcome);
    }

    /** What a function prints. */
    String print(String function, int... words) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        outcome(printed, function, words);
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** The error by which a function ends, looked for in all generations that were installed. */
    RunTimeError fail(String function, int... words) {
        DeviceEvent.Outcome outcome = outcome(OutputStream.nullOutputStream(), function, words);
        if (outcome instanceof DeviceEvent.Failed failed) {
            return workbench.locate(base, installed, new Ending.Stopped(failed, ""), device);
        }
        throw new AssertionError(function + ": " + outcome);
    }

    /** Whether the device is there at the moment. */
    boolean isIn(Region region) {
        return device.device().sample().filter(s -> region.contains(Address.of(s.pc()), 1)).isPresent();
    }

    /** Makes the device stop where it comes into a region: every halfword an undefined instruction. */
    void poison(Region region) {
        byte[] bytes = new byte[region.size()];
        Arrays.fill(bytes, (byte) 0xde);
        device.device().write(region.base().bits(), bytes);
    }

    /** Where a global variable is. */
    Address global(String name) {
        ProgramLayout layout = base.code().layout();
        return layout.globals().entrySet().stream()
                .filter(g -> g.getKey().name().equals(name))
                .map(g -> layout.symbols().get(ProgramLayout.GLOBALS).plus(g.getValue()))
                .findFirst()
                .orElseThrow();
    }

    void word(Address at, int value) {
        device.device().write(at.bits(), bytes(value));
    }

    void octet(Address at, int value) {
        device.device().write(at.bits(), new byte[] {(byte) value});
    }

    private DeviceEvent.Outcome outcome(OutputStream printed, String function, int... words) {
        Integer entry = called.get(new FunctionId("main", function));
        if (entry == null) {
            throw new AssertionError("no entry for " + function + " among " + called);
        }
        return outcome(printed, entry, words);
    }

    private DeviceEvent.Outcome outcome(OutputStream printed, int entry, int... words) {
        int registers = Math.min(words.length, Exchange.REGISTERS);
        for (int i = registers; i < words.length; i++) {
            int at = base.exchange().bits() + Exchange.ARGUMENTS_OFFSET + 4 * (i - registers);
            device.device().write(at, bytes(words[i]));
        }
        ProgramOutput output = new ProgramOutput(Console.of(printed, OutputStream.nullOutputStream()), Phases.silent());
        DeviceEvent.Outcome outcome = device.device().call(event -> {
            if (event instanceof DeviceEvent.Output line) {
                output.accept(line);
            }
        }, entry, Arrays.copyOf(words, registers));
        output.end();
        return outcome;
    }

    private static byte[] bytes(int word) {
        return new byte[] {(byte) word, (byte) (word >> 8), (byte) (word >> 16), (byte) (word >> 24)};
    }
}
