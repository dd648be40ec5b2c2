package org.bluescript.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bluescript.language.session.SeenProgram;
import org.bluescript.language.tiers.Whereabouts;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.profiler.Advice;
import org.bluescript.profiler.Policy;
import org.bluescript.profiler.report.Cost;
import org.bluescript.profiler.report.Outcome;
import org.bluescript.profiler.report.PartId;
import org.bluescript.profiler.report.PartRun;
import org.bluescript.profiler.report.ProfiledRun;
import org.bluescript.profiler.report.ProfiledRunBuilder;
import org.bluescript.profiler.report.RunTable;
import org.bluescript.profiler.report.TableStyle;
import org.bluescript.profiler.report.Tier;
import org.bluescript.profiler.report.Times;
import org.bluescript.profiler.report.Version;

/** Tells what a session has shown of its functions: where they run and why, how often, with which types. */
final class SessionReport {
    /** All that is on the board is told as one. */
    private static final int GENERATION = 1;

    private static final Times NO_TIMES = new Times(0, 0, 0, 0, OptionalLong.empty());

    private final SeenProgram seen;

    SessionReport(SeenProgram seen) {
        this.seen = seen;
    }

    /** Where a function runs, and why, as a predicate. */
    static String place(Whereabouts where) {
        String because = where.reason().isEmpty() ? "" : ", because " + where.reason();
        return switch (where.why()) {
            case BOUND -> "runs on the board, because it contains inline C";
            case WANTED -> "runs on " + (where.onBoard() ? "the board" : "this computer") + ", because you want it so";
            case MOVED -> "runs on the board" + because + made(where);
            case AWAITED -> "runs on this computer until its code for the board is made; it moves" + because;
            case GIVEN_BACK -> "runs on this computer again" + because;
            case NONE -> "runs on this computer";
        };
    }

    private static String made(Whereabouts where) {
        return where.madeFor().isEmpty()
                ? ""
                : "; its code is made for " + String.join(" or ", where.madeFor())
                        + (where.failures() == 0 ? "" : where.failures() == 1 ? ", which one value was not" : ", which " + where.failures() + " values were not");
    }

    /** The table of all functions that have run, or of one. */
    String table(Optional<FunctionId> function, int width, TableStyle style) {
        ProfiledRunBuilder builder = new ProfiledRunBuilder("", "", seen.program());
        seen.program().functions().values().stream().filter(f -> f.kind() != TypedFunction.Kind.TOP_LEVEL).forEach(f -> tell(builder, f));
        builder.installed(GENERATION, 0);
        ProfiledRun run = builder.build(seen.profile(), Advice.of(seen.program(), seen.profile(), Policy.STANDARD), NO_TIMES);
        List<PartRun> parts = run.parts().stream()
                .filter(p -> p.id().loop().isEmpty() || p.counts().total() > 0)
                .filter(p -> function.isEmpty() || function.get().equals(p.id().function()))
                .toList();
        return RunTable.ofSession(
                new ProfiledRun(run.program(), run.board(), run.times(), parts, run.sources(), run.generations(), run.events()), width, style);
    }

    private void tell(ProfiledRunBuilder builder, TypedFunction function) {
        Whereabouts where = seen.whereabouts().get(function.id());
        PartId part = PartId.of(function.id());
        boolean hasRun = where.boardCalls() > 0 || seen.profile().of(function.id()).isPresent();
        if (!hasRun) {
            return;
        }
        builder.outcome(part, new Outcome.Not(why(where)));
        if (where.onBoard()) {
            builder.version(part, new Version(
                    1, GENERATION, tier(where), String.join(" or ", where.madeFor()), 0, new Cost(where.measured(), where.instructions()), "", ""));
        }
        if (where.boardCalls() > 0) {
            builder.count(part, tier(where), where.boardCalls());
        }
    }

    private static Tier tier(Whereabouts where) {
        return where.madeFor().isEmpty() ? Tier.GENERIC : Tier.SPECIALISED;
    }

    private static String why(Whereabouts where) {
        return switch (where.why()) {
            case BOUND -> "contains inline C";
            case WANTED -> "you want it so";
            case MOVED -> "moved because " + where.reason() + made(where);
            case AWAITED -> "moves as soon as its code is made, because " + where.reason();
            case GIVEN_BACK -> "given back because " + where.reason();
            case NONE -> where.remoteCalls() == 0
                    ? ""
                    : "not moved: called the board " + (where.remoteCalls() == 1 ? "once" : where.remoteCalls() + " times") + " in "
                            + (where.hostCalls() == 1 ? "one call" : where.hostCalls() + " calls");
        };
    }
}
