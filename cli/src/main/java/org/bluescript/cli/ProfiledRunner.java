package org.bluescript.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bluescript.cli.profiled.ProfiledProgram;
import org.bluescript.cli.session.DeviceChoice;
import org.bluescript.cli.session.Phases;
import org.bluescript.cli.session.ProgramOutput;
import org.bluescript.cli.session.TieredDevice;
import org.bluescript.cli.session.Workbench;
import org.bluescript.language.interpreter.Devices;
import org.bluescript.language.interpreter.HostedProgram;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.tiers.Tiers;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.profiler.Policy;
import org.bluescript.profiler.report.CpuProfile;
import org.bluescript.profiler.report.HtmlReport;
import org.bluescript.profiler.report.ProfiledRun;
import org.bluescript.profiler.report.RunTable;
import org.bluescript.profiler.report.TableStyle;

/** {@code bluescript --profile FILE}: the program begins on the host, and what gets hot moves to the board while it runs. */
final class ProfiledRunner {
    private static final int KIBIBYTE = 1024;

    private final Console console;
    private final Interrupts interrupts;
    private final RunOptions options;
    private final Phases phases;

    ProfiledRunner(Console console, Interrupts interrupts, RunOptions options, Phases phases) {
        this.console = console;
        this.interrupts = interrupts;
        this.options = options;
        this.phases = phases;
    }

    /** Gives the exit status. */
    int run() throws Exception {
        if (options.interpret || options.withProfile != null || options.emit != null || options.count) {
            throw CommandException.usage(
                    "--profile runs the program in its own way", "leave out --interpret, --with-profile, --emit and --count");
        }
        Policy policy = policy();
        DeviceChoice choice = DeviceChoice.of(Installation.home(), options.device.board,
                Optional.ofNullable(options.device.port));
        try (TieredDevice device = TieredDevice.start(Installation.home(), choice, codeMemory(), phases)) {
            Diagnostics diagnostics = new Diagnostics();
            Optional<TypedProgram> typed = phases.time("checked", () -> Workbench.read(options.file, diagnostics));
            new DiagnosticReport(console).print(diagnostics);
            return typed.isPresent() ? run(typed.get(), policy, device) : ExitStatus.PROGRAM;
        }
    }

    private Policy policy() {
        Policy policy = Policy.STANDARD;
        Map<String, Long> wanted = options.policy == null ? Map.of() : options.policy;
        for (Map.Entry<String, Long> threshold : wanted.entrySet()) {
            try {
                policy = policy.with(threshold.getKey(), threshold.getValue());
            } catch (IllegalArgumentException e) {
                throw CommandException.usage(e.getMessage(), "thresholds are " + String.join(", ", Policy.NAMES) + ", from 1");
            }
        }
        return policy;
    }

    private int codeMemory() {
        if (options.codeMemory < 1 || options.codeMemory > KIBIBYTE) {
            throw CommandException.usage("no board has room for " + options.codeMemory + " KiB of specialised code");
        }
        return options.codeMemory * KIBIBYTE;
    }

    private int run(TypedProgram typed, Policy policy, TieredDevice device) throws Exception {
        ProfileSaving saving = ProfileSaving.into(
                Optional.ofNullable(options.saveProfile).orElseGet(() -> defaultProfile(options.file)), typed);
        AtomicReference<Diagnostics> mistakes = new AtomicReference<>(new Diagnostics());
        String key = Devices.add((program, diagnostics) -> {
            mistakes.set(diagnostics);
            return device.place(program, diagnostics);
        });
        Map<String, String> polyglot = new HashMap<>(ProgramInterpretation.OPTIONS);
        polyglot.put("bluescript.Device", key);
        Tiers tiers = new Tiers();
        ProgramOutput output = new ProgramOutput(console, phases);
        Consumer<String> listener = options.global.verbose ? console::note : line -> { };
        try (HostedProgram program = HostedProgram.of(
                typed, output.stream(false), output.stream(true), polyglot, Optional.of(saving.observations()), Optional.of(tiers))) {
            ProfiledProgram profiled = ProfiledProgram.start(
                    options.file, typed, policy, saving.observations(), tiers, device, program::sampler, listener);
            int status = new HostedRun(console, interrupts, phases)
                    .run(program, device::interrupt, mistakes::get, profiled::close);
            if (!mistakes.get().hasErrors()) {
                report(profiled, saving);
            }
            return status;
        } finally {
            Devices.remove(key);
        }
    }

    private static String defaultProfile(String file) {
        int dot = file.lastIndexOf('.');
        return (dot > file.lastIndexOf('/') + 1 ? file.substring(0, dot) : file) + ".bsprofile";
    }

    private void report(ProfiledProgram profiled, ProfileSaving saving) {
        ProfiledRun run = profiled.run(options.report != null);
        console.note(RunTable.text(run, RunTable.WIDEST, console.coloredError() ? TableStyle.COLOURED : TableStyle.PLAIN));
        save(saving, profiled.profile());
        write(options.report, "report", () -> HtmlReport.of(run));
        write(options.cpuProfile, "CPU profile", () -> CpuProfile.text(
                profiled.samples(), profiled.duration(), file -> Path.of(file.name()).toAbsolutePath().toUri().toString()));
    }

    /** The run is over: what cannot be written is told, and the rest is done all the same. */
    private void save(ProfileSaving saving, Profile profile) {
        try {
            console.note(saving.save(profile));
        } catch (CommandException e) {
            console.error(e.getMessage(), e.help());
        }
    }

    /** As with the profile. */
    private void write(String name, String what, Supplier<String> text) {
        if (name == null) {
            return;
        }
        try {
            Path file = Path.of(name);
            Files.writeString(file, text.get());
            console.note(what + ": written to " + file);
        } catch (InvalidPathException | IOException e) {
            console.error("the " + what + " cannot be written to " + name + ": " + reason(e), List.of());
        }
    }

    private static String reason(Exception e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such folder";
            case IOException io -> ProfileReading.reason(io);
            default -> e.getMessage();
        };
    }
}
