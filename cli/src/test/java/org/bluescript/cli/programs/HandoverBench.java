package org.bluescript.cli.programs;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bluescript.backend.patch.Write;
import org.bluescript.backend.specialize.Request;
import org.bluescript.backend.specialize.SpecializedProgram;
import org.bluescript.backend.specialize.Specializer;
import org.bluescript.backend.tiers.Generation;
import org.bluescript.backend.tiers.OutOfCodeMemory;
import org.bluescript.cli.Installation;
import org.bluescript.cli.session.Effort;
import org.bluescript.cli.session.DeviceChoice;
import org.bluescript.cli.session.Phases;
import org.bluescript.cli.session.TieredDevice;
import org.bluescript.cli.session.Workbench;
import org.bluescript.language.interpreter.Devices;
import org.bluescript.language.interpreter.HostedProgram;
import org.bluescript.language.machine.PlacedProgram;
import org.bluescript.language.observation.Observations;
import org.bluescript.language.profile.LoopId;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.shadow.Stretch;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.tiers.Crossings;
import org.bluescript.language.tiers.Installed;
import org.bluescript.language.tiers.InstalledLoop;
import org.bluescript.language.tiers.Tiers;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedProgram;

/** One emulated board for programs that begin on the host and are handed over at random. */
final class HandoverBench implements AutoCloseable {
    private static final int CODE_MEMORY = 24 << 10;

    /** How often code is installed for one program, at most. */
    private static final int MOST_GENERATIONS = 3;

    private final TieredDevice device;
    private long functionCalls;
    private long loopCalls;
    private long recalls;

    /** After so many ways to the board and back a program goes on without it: it may have millions before it. */
    private static final int MOST_CROSSINGS = 100;

    /** What came of a program. */
    record Result(String output, Optional<HostedProgram.Failure> failure, Tiers tiers) {}

    private HandoverBench(TieredDevice device) {
        this.device = device;
    }

    static HandoverBench open() {
        DeviceChoice choice = DeviceChoice.of(Installation.home(), "stm32f405", Optional.empty());
        return new HandoverBench(TieredDevice.start(Installation.home(), choice, CODE_MEMORY, Phases.silent()));
    }

    /** Of all programs together. */
    String summary() {
        return "%d functions and %d loops handed over, %d loops recalled".formatted(functionCalls, loopCalls, recalls);
    }

    Result run(Path file, Random random) throws Exception {
        TypedProgram program = Workbench.read(file.toString(), new Diagnostics()).orElseThrow();
        Run run = new Run(program, random);
        String key = Devices.add((typed, diagnostics) -> {
            Optional<PlacedProgram> placed = device.place(typed, diagnostics);
            run.install(SpecialisedProgramsTest.profile(program).orElse(Profile.EMPTY));
            return placed;
        });
        Thread recaller = Thread.ofPlatform().name("recaller").daemon().start(run::recall);
        try (HostedProgram hosted = HostedProgram.of(
                program, run.output, OutputStream.nullOutputStream(),
                Map.of("engine.WarnInterpreterOnly", "false", "bluescript.Device", key),
                Optional.of(run.observations), Optional.of(run.tiers))) {
            Optional<HostedProgram.Failure> failure = hosted.run();
            functionCalls += run.functionCalls();
            loopCalls += run.loopCalls();
            recalls += run.tiers.loops().values().stream().mapToLong(Crossings::recalls).sum();
            return new Result(run.output.toString(StandardCharsets.UTF_8), failure, run.tiers);
        } finally {
            run.ended = true;
            recaller.join();
            Devices.remove(key);
        }
    }

    @Override
    public void close() {
        device.close();
    }

    private final class Run {
        private final TypedProgram program;
        private final Random random;
        private final Tiers tiers = new Tiers();
        private final Observations observations = new Observations();
        private final Semaphore lines = new Semaphore(0);
        private final ByteArrayOutputStream output = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                super.write(bytes, offset, length);
                printed();
            }
        };
        private Optional<Generation> current = Optional.empty();
        private volatile int generations;
        private volatile boolean ended;

        Run(TypedProgram program, Random random) {
            this.program = program;
            this.random = random;
        }

        /** Something was printed; while the host has control it waits here. */
        private void printed() {
            if (tiers.running().isPresent()) {
                lines.release();
            } else if (generations < MOST_GENERATIONS && random.nextInt(3) > 0) {
                install(observations.profile());
            } else if (random.nextInt(8) == 0) {
                tiers.withdraw();
            }
        }

        private void install(Profile seen) {
            Profile used = random.nextInt(3) == 0 ? new WrongProfile(program, random).of(seen) : seen;
            SpecializedProgram specialised = Specializer.specialize(
                    program, used, new Request(f -> random.nextInt(4) > 0, l -> true, random.nextBoolean()));
            Generation generation;
            try {
                generation = device.compile(
                                specialised, f -> random.nextBoolean(), random.nextBoolean() ? Effort.QUICK : Effort.THOROUGH)
                        .place(generations + 1, device.codeMemory());
            } catch (OutOfCodeMemory e) {
                return;
            }
            generations++;
            device.send(generation);
            Write entries = generation.entries();
            Map<FunctionId, Integer> called = generation.called();
            Set<FunctionId> topLevels = program.modules().stream().map(m -> m.topLevel()).collect(Collectors.toSet());
            Map<FunctionId, Integer> functions = new HashMap<>();
            generation.installed().functions().forEach((f, entry) -> {
                if (!topLevels.contains(f) && random.nextInt(3) == 0) {
                    functions.put(f, entry);
                }
            });
            Map<LoopId, InstalledLoop> loops = new HashMap<>();
            specialised.loops().forEach((loop, entry) -> {
                if (random.nextInt(3) > 0) {
                    loops.put(loop, new InstalledLoop(called.get(entry.id()), entry.locals()));
                }
            });
            tiers.install(new Installed(
                    generations, functions, loops, List.of(new Stretch(entries.address(), entries.bytes()))));
            current.ifPresent(old -> device.codeMemory().free(old.region()));
            current = Optional.of(generation);
        }

        long functionCalls() {
            return tiers.functions().values().stream().mapToLong(Crossings::calls).sum();
        }

        long loopCalls() {
            return tiers.loops().values().stream().mapToLong(Crossings::calls).sum();
        }

        /** Wants loops back that the device runs, now and then. */
        private void recall() {
            try {
                while (!ended) {
                    lines.tryAcquire(1, TimeUnit.MILLISECONDS);
                    if (tiers.running().isPresent()) {
                        device.recall();
                    }
                    if (functionCalls() + loopCalls() > MOST_CROSSINGS) {
                        generations = MOST_GENERATIONS;
                        tiers.withdraw();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
