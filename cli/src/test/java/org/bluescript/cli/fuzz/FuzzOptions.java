package org.bluescript.cli.fuzz;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.bluescript.backend.specialize.Request;
import org.bluescript.backend.specialize.Specializer;
import org.bluescript.cli.fuzz.run.Effort;
import org.bluescript.cli.programs.SwitchedLoops;
import org.bluescript.cli.programs.WrongProfile;
import org.bluescript.cli.session.Workbench;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.shadow.heap.Stress;
import org.bluescript.language.typed.TypedProgram;
import picocli.CommandLine.Option;

/** What the fuzzer is to do. */
final class FuzzOptions {
    @Option(names = "--seed", paramLabel = "N", description = "Of the first program; the next ones count up. Default: ${DEFAULT-VALUE}.")
    long seed = 1;

    @Option(names = "--count", paramLabel = "N", description = "Programs. Default: ${DEFAULT-VALUE}.")
    int count = 2000;

    @Option(names = "--lanes", paramLabel = "N", description = "Programs at the same time, each on a board of its own. Default: ${DEFAULT-VALUE}.")
    int lanes = Runtime.getRuntime().availableProcessors() + 1;

    @Option(names = "--gc-at-every-allocation",
            description = "Run each program a second time with a collection at every allocation, on both sides; what is freed is overwritten.")
    boolean collecting;

    @Option(names = "--fail-allocation", paramLabel = "N", description = "The N-th allocation of each program finds no room, on both sides.")
    int failing;

    @Option(names = "--wrong-profiles",
            description = "The device runs each program specialised to a profile that is wrong in every way.")
    boolean wrongProfiles;

    @Option(names = "--hand-over-loops",
            description = "With --wrong-profiles: functions begin as they are written, and hand over in the middle of loops.")
    boolean handOverLoops;

    @Option(names = "--production-every", paramLabel = "N",
            description = "Programs whose seed is a multiple of N are compiled with the flags of production, the others at -O1. "
                    + "Default: ${DEFAULT-VALUE}.")
    int productionEvery = 4;

    @Option(names = "--save", paramLabel = "FOLDER", description = "Where to put programs that show a difference, made small.")
    Optional<Path> save = Optional.empty();

    @Option(names = "--attempts", paramLabel = "N", description = "To make such a program smaller. Default: ${DEFAULT-VALUE}.")
    int attempts = 1500;

    @Option(names = "--show", description = "Print the programs.")
    boolean show;

    @Option(names = "--statistics", description = "Say why the checker refused parts of programs, and how programs ended.")
    boolean statistics;

    /**
     * How the program of a seed is run, which depends on the seed alone. Of three programs one has the types that the checker knows, one
     * has those that follow from it as a whole on the device only, and one on both sides. Where one allocation
     * fails, all are of the first kind: both sides must count the same.
     */
    Setup setup(long seed) {
        UnaryOperator<TypedProgram> same = p -> p;
        UnaryOperator<TypedProgram> specialised = wrongProfiles ? this::specialised : same;
        Effort effort = seed % productionEvery == 0 ? Effort.PRODUCTION : Effort.QUICK;
        return switch (failing > 0 ? 0 : (int) (seed % 3)) {
            case 1 -> new Setup(same, p -> specialised.apply(Workbench.inferred(p)), effort);
            case 2 -> new Setup(Workbench::inferred, specialised, effort);
            default -> new Setup(same, specialised, effort);
        };
    }

    private TypedProgram specialised(TypedProgram program) {
        Random random = new Random(program.functions().size());
        Profile wrong = new WrongProfile(program, random).of(Profile.EMPTY);
        if (!handOverLoops) {
            return Specializer.specialize(program, wrong, Request.WHOLE).program();
        }
        Request request = new Request(f -> random.nextInt(4) > 0, l -> true, random.nextBoolean());
        return new SwitchedLoops(program, Specializer.specialize(program, wrong, request), random).program();
    }

    /** What each program is run with, one run after the other. */
    List<Stress> stresses() {
        if (failing > 0) {
            return List.of(new Stress(true, collecting, failing));
        }
        return collecting ? List.of(Stress.POISONING, Stress.COLLECTING) : List.of(Stress.NONE);
    }

    /** Whether a build of the firmware is needed that can be put under stress. */
    boolean stressed() {
        return collecting || failing > 0;
    }
}
