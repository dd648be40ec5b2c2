package org.bluescript.backend.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.bluescript.backend.compile.CompilerOptions;
import org.bluescript.backend.compile.CompilerOptions.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stacks of programs that really stopped, on the emulated processor. */
class StackUnwinderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Level.class)
    void aTrapInALeafFunction(Level level) throws Exception {
        expect(level, 1, "leaf @leaf", "calls_leaf @calls_leaf", "run_scenario @run1");
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void aTrapBeforeTheShrinkWrappedPart(Level level) throws Exception {
        expect(level, 2, "shrink_wrapped @before", "run_scenario @run2");
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void aTrapInTheShrinkWrappedPart(Level level) throws Exception {
        expect(level, 3, "shrink_wrapped @after", "run_scenario @run3");
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void aTrapInInlinedFunctions(Level level) throws Exception {
        expect(level, 4, "get @get", "pair @pair", "inlines @inlines", "run_scenario @run4");
    }

    @Test
    void inlinedFunctionsAreMarked() throws Exception {
        TestBoard board = run(Level.O2, 4);
        assertThat(trace(board).frames()).extracting(Frame::inlined).containsExactly(true, true, false, false);
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void framesOfAllKinds(Level level) throws Exception {
        expect(level, 5, "never_returns @never", "saves_floats @floats", "variable_frame @variable",
                "by_pointer @pointer", "run_scenario @run5");
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void aFault(Level level) throws Exception {
        expect(level, 9, "reads_null @reads", "run_scenario @run9");
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void aFunctionThatTheCompilerCutInTwo(Level level) throws Exception {
        expect(level, 11, "never_returns @never", "cut @cut", "run_scenario @run11");
    }

    @ParameterizedTest
    @EnumSource(value = Level.class, names = "O0", mode = EnumSource.Mode.EXCLUDE)
    void anOverflow(Level level) throws Exception {
        TestBoard board = run(level, 6);
        StackTrace trace = overflow(board);
        assertThat(trace.complete()).isTrue();
        assertThat(trace.omitted()).isGreaterThan(50);
        assertThat(describe(trace.innermost())).hasSize(24).containsOnly("endless @" + TestBoard.line("endless"));
        assertThat(describe(trace.outermost().subList(6, 8))).containsExactly(
                "endless @" + TestBoard.line("endless"), "run_scenario @" + TestBoard.line("run6"));
    }

    @ParameterizedTest
    @EnumSource(value = Level.class, names = "O0", mode = EnumSource.Mode.EXCLUDE)
    void anOverflowOfFunctionsThatCallEachOther(Level level) throws Exception {
        StackTrace trace = overflow(run(level, 7));
        assertThat(trace.complete()).isTrue();
        assertThat(trace.frames().getLast().function()).isEqualTo("run_scenario");
        List<String> inner = trace.innermost().stream().map(Frame::function).toList();
        for (int i = 1; i < inner.size(); i++) {
            assertThat(inner.get(i)).isNotEqualTo(inner.get(i - 1));
        }
        assertThat(inner).containsOnly("even", "odd");
    }

    @ParameterizedTest
    @EnumSource(value = Level.class, names = "O0", mode = EnumSource.Mode.EXCLUDE)
    void anOverflowAmongOldReturnAddresses(Level level) throws Exception {
        TestBoard board = run(level, 8);
        StackTrace trace = overflow(board);
        assertThat(trace.complete()).isTrue();
        assertThat(trace.frames()).extracting(Frame::function).contains("endless", "dirty", "run_scenario")
                .doesNotContain("litter", "elsewhere");
    }

    /** The processor is interrupted everywhere, in the middle of entering and leaving functions too. */
    @ParameterizedTest
    @EnumSource(Level.class)
    void everyPointOfAProgram(Level level) throws Exception {
        TestBoard board = TestBoard.run(folder, CompilerOptions.of(level), 10, 400);
        assertThat(board.reports).hasSize(400);
        for (TestBoard.Report report : board.reports) {
            StackTrace trace = unwinder(board).unwind(report.registers(), report.memory());
            assertThat(trace.complete()).as(trace::toString).isTrue();
            List<String> functions = trace.frames().stream().map(Frame::function).toList();
            assertThat(functions.getLast()).isEqualTo("run_scenario");
            assertThat(functions.size() == 1 || functions.get(functions.size() - 2).equals("work")).isTrue();
            assertThat(trace.frames()).allMatch(frame -> frame.line().isPresent());
        }
    }

    @Test
    void garbageOnTheStackEndsTheTrace() throws Exception {
        TestBoard board = run(Level.O2, 5);
        TestBoard.Report report = board.reports.getFirst();
        Random random = new Random(1);
        List<Integer> keys = new ArrayList<>(report.stack().keySet());
        for (int round = 0; round < 500; round++) {
            int hits = 1 + random.nextInt(8);
            var stack = new java.util.HashMap<>(report.stack());
            for (int i = 0; i < hits; i++) {
                stack.put(keys.get(random.nextInt(keys.size())),
                        random.nextBoolean() ? random.nextInt() : keys.get(random.nextInt(keys.size())));
            }
            StackMemory memory = at -> stack.containsKey(at) ? OptionalInt.of(stack.get(at)) : OptionalInt.empty();
            assertThat(unwinder(board).unwind(report.registers(), memory).frames()).isNotEmpty();
            unwinder(board).unwindOverflow(report.registers(), board.stackEnd, memory);
        }
    }

    @Test
    void memoryThatIsTheSameEverywhereEndsTheTrace() throws Exception {
        TestBoard board = run(Level.O2, 5);
        int code = board.linked.address("endless").orElseThrow();
        for (int word : new int[] {0, -1, code + 4, code + 8, code + 12, 0x20000001}) {
            StackTrace trace = unwinder(board).unwind(board.reports.getFirst().registers(), at -> OptionalInt.of(word));
            assertThat(trace.complete()).isFalse();
            unwinder(board).unwindOverflow(board.reports.getFirst().registers(), board.stackEnd, at -> OptionalInt.of(word));
        }
    }

    @Test
    void anUnreadableStackGivesTheInnermostFunction() throws Exception {
        TestBoard board = run(Level.O2, 5);
        StackTrace trace = unwinder(board).unwind(board.reports.getFirst().registers(), at -> OptionalInt.empty());
        assertThat(trace.complete()).isFalse();
        assertThat(trace.frames()).extracting(Frame::function).containsExactly("never_returns");
    }

    @Test
    void aJumpToNowhereIsReportedWithItsCaller() throws Exception {
        TestBoard board = run(Level.O2, 1);
        TestBoard.Report report = board.reports.getFirst();
        Registers lost = report.registers().with(Registers.PC, 0x60000000);
        assertThat(unwinder(board).unwind(lost, report.memory()).frames()).extracting(Frame::function)
                .containsExactly("?", "calls_leaf", "run_scenario");
    }

    /** As many stacks as there are points in a program, so that every thread finds places that the others have not seen. */
    @Test
    void severalThreadsMayLookAtTheSameTime() throws Exception {
        TestBoard board = TestBoard.run(folder, CompilerOptions.of(Level.O2), 10, 400);
        List<StackTrace> expected = traces(unwinder(board), board.reports.stream());
        for (int round = 0; round < 20; round++) {
            assertThat(traces(unwinder(board), board.reports.parallelStream())).isEqualTo(expected);
        }
    }

    private static List<StackTrace> traces(StackUnwinder unwinder, Stream<TestBoard.Report> reports) {
        return reports.map(r -> unwinder.unwind(r.registers(), r.memory())).toList();
    }

    private TestBoard run(Level level, int scenario) throws Exception {
        TestBoard board = TestBoard.run(folder, CompilerOptions.of(level), scenario, 0);
        assertThat(board.reports).hasSize(1);
        return board;
    }

    private void expect(Level level, int scenario, String... frames) throws Exception {
        StackTrace trace = trace(run(level, scenario));
        List<String> expected = new ArrayList<>();
        for (String frame : frames) {
            String[] parts = frame.split("@");
            expected.add(parts[0] + "@" + TestBoard.line(parts[1]));
        }
        assertThat(describe(trace.frames())).isEqualTo(expected);
        assertThat(trace.complete()).isTrue();
    }

    private static StackTrace trace(TestBoard board) {
        TestBoard.Report report = board.reports.getFirst();
        return unwinder(board).unwind(report.registers(), report.memory());
    }

    private static StackTrace overflow(TestBoard board) {
        TestBoard.Report report = board.reports.getFirst();
        assertThat(report.registers().pc()).isZero();
        return unwinder(board).unwindOverflow(report.registers(), board.stackEnd, report.memory());
    }

    private static StackUnwinder unwinder(TestBoard board) {
        return new StackUnwinder(List.of(board.image), board.bottom);
    }

    private static List<String> describe(List<Frame> frames) {
        return frames.stream().map(frame -> frame.function() + " @" + frame.line().orElseThrow().line()).toList();
    }
}
