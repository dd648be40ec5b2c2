package org.bluescript.language.interpreter;

import java.util.Optional;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.observation.Observations;
import org.bluescript.language.tiers.Tiers;
import org.bluescript.language.typed.TypedProgram;

/**
 * A checked program on a machine of its caller's, who can look at the machine's memory when the program has ended. Without
 * the polyglot API: no context is entered, and errors are thrown as they are, as
 * {@link org.bluescript.language.machine.ProgramFailure}s.
 */
public final class HostProgram {
    private final TreeTranslator translator;

    private HostProgram(TreeTranslator translator) {
        this.translator = translator;
    }

    /** Writes the program into the machine, which must be new. */
    public static HostProgram load(TypedProgram program, HostMachine machine) {
        return load(program, machine, Optional.empty(), Optional.empty());
    }

    /** The same, observed; each run of a program has observations of its own. */
    public static HostProgram load(TypedProgram program, HostMachine machine, Observations observations) {
        return load(program, machine, Optional.of(observations), Optional.empty());
    }

    /** The same, perhaps observed, for a program that the device runs as well that shares the machine's memory. */
    public static HostProgram load(
            TypedProgram program, HostMachine machine, Optional<Observations> observations, Optional<Tiers> tiers) {
        return new HostProgram(new TreeTranslator(null, program, machine, new SourceSections(), observations, tiers));
    }

    /** Where everything of the program lies in the machine's memory. */
    public ProgramLayout layout() {
        return translator.layout();
    }

    /** Runs the modules in order. */
    public void run() {
        translator.run();
    }
}
