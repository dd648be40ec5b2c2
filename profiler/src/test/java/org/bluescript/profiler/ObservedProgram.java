package org.bluescript.profiler;

import java.util.Map;
import org.bluescript.language.ProgramChecker;
import org.bluescript.language.interpreter.HostProgram;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.modules.MemoryModules;
import org.bluescript.language.observation.Observations;
import org.bluescript.language.profile.FunctionProfile;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedProgram;

/** A program that ran once in the interpreter. */
public record ObservedProgram(TypedProgram program, Profile profile) {
    /** @param text of the main module, {@code main} */
    public static ObservedProgram of(String text) {
        return of(Map.of("main", text));
    }

    public static ObservedProgram of(Map<String, String> texts) {
        return of("main", texts);
    }

    /** @param main the path of the main module */
    public static ObservedProgram of(String main, Map<String, String> texts) {
        TypedProgram program = check(main, texts);
        Observations observations = new Observations();
        HostProgram.load(program, HostMachine.of((toError, line) -> {}), observations).run();
        return new ObservedProgram(program, observations.profile());
    }

    public static TypedProgram check(Map<String, String> texts) {
        return check("main", texts);
    }

    private static TypedProgram check(String main, Map<String, String> texts) {
        Diagnostics diagnostics = new Diagnostics();
        MemoryModules modules = MemoryModules.of(texts);
        return ProgramChecker.check(modules.module(main), modules, diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.all()));
    }

    FunctionProfile of(String module, String function) {
        return profile.of(new FunctionId(module, function)).orElseThrow();
    }
}
