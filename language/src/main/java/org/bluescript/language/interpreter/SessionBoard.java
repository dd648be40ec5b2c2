package org.bluescript.language.interpreter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.machine.BoardMemory;
import org.bluescript.language.machine.Executor;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.Stretch;
import org.bluescript.language.source.Diagnostic;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedProgram;

/**
 * A board that shares the memory of a session, and a compiler for it. Neither need be there before the session has a function
 * that only a board can run.
 */
public interface SessionBoard {
    /** What the session's memory is to be. */
    BoardMemory memory();

    /** Runs functions; what fails with it can be tried again. */
    Executor executor();

    /**
     * Begins to compile some functions of a program, as one unit. What the program and the layout say is read before this returns.
     *
     * @param called those of them that the host is to call
     * @param expected what is known of their values
     */
    Compiling compile(
            TypedProgram program, ProgramLayout layout, Set<FunctionId> functions, Set<FunctionId> called, Expected expected);

    /**
     * What values were in some functions, which are to be quick with the same again.
     *
     * @param functions those of them for which code is to be made that expects it; others take whatever comes
     */
    record Expected(Profile profile, Set<FunctionId> functions) {
        public static final Expected NOTHING = new Expected(Profile.EMPTY, Set.of());

        public Expected {
            functions = Set.copyOf(functions);
        }
    }

    /** From now on, this is the session's code: errors are in it. */
    void present(List<PlacedCode> code);

    /** Stops the function that the board runs, if it does run one: any thread may call it. */
    boolean interrupt();

    /** The instruction of four bytes that jumps from one address to another. */
    int jump(int from, int to);

    /** A unit that is being compiled. */
    interface Compiling {
        /**
         * Waits for it.
         *
         * @throws org.bluescript.language.machine.DeviceUnavailable if it cannot be compiled, but not because of the program
         */
        Compiled await();

        /** Whether {@link #await} would not have to wait. */
        boolean isDone();

        /** Nobody is likely to wait for it any more; who does all the same gets it later. */
        void postpone();
    }

    /** What came of a unit. */
    sealed interface Compiled {}

    /** Its inline C has mistakes. */
    record Mistaken(List<Diagnostic> mistakes) implements Compiled {}

    /** Code without a place. */
    non-sealed interface Code extends Compiled {
        /** Bytes of memory that it takes, wherever it begins at a multiple of 8. */
        int size();

        /** Gives it a place. */
        PlacedCode place(Address address);

        /** The types of parameters, {@code (integer, any)}, for which there is code of a function that expects something; empty for others. */
        List<String> madeFor(FunctionId function);

        /** A function of it as people read it, in C. */
        String c(FunctionId function);

        /** The same as instructions; empty where the function is in those that call it. */
        String instructions(FunctionId function);
    }

    /** Code at its place. */
    interface PlacedCode {
        /** What is to be in memory. */
        List<Stretch> bytes();

        /** By name, what a pointer to its functions holds. */
        Map<String, Integer> symbols();

        /** Where it counts, in words of memory, how often something else came than a function expects. */
        Map<FunctionId, List<Address>> failures();

        /** Whether it asks what time it is. */
        boolean asksTime();
    }
}
