package org.bluescript.cli.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bluescript.backend.NativeProgram;
import org.bluescript.backend.debug.CodeImage;
import org.bluescript.backend.debug.CodeLocation;
import org.bluescript.backend.debug.Registers;
import org.bluescript.backend.debug.StackMemory;
import org.bluescript.backend.failure.ErrorLocator;
import org.bluescript.backend.failure.RunTimeError;
import org.bluescript.backend.failure.Stop;
import org.bluescript.backend.link.Segment;
import org.bluescript.backend.link.SegmentKind;
import org.bluescript.cli.Installation;
import org.bluescript.cli.session.DeviceChoice;
import org.bluescript.cli.session.Phases;
import org.bluescript.cli.session.Workbench;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that is interrupted when an error has left the body of a {@code try}, and the runtime has not gone on to the handler:
 * the stack is still that of the failure, and a register says where the record of the handler is.
 */
class ResumedHandlerTest {
    private static final List<String> PROGRAM = List.of(
            "function guarded(numbers: integer[], index: integer): integer {",
            "    try {",
            "        return numbers[index];",
            "    } catch (error) {",
            "        return -1;",
            "    }",
            "}",
            "print(guarded([1, 2], 2));");
    private static final int LINE_OF_TRY = 2;

    private static final int RECORD = 0x2001_8000;
    private static final int FAILED_STACK = RECORD - 0x60;
    /** The record, s16 to s31, r3 to r11; then the address that {@code bs_try} returns to. */
    private static final int RETURN_ADDRESS = RECORD + 8 + 64 + 36;

    private static final int NO_SITE = 0xfff;
    private static final int ADR_R2 = 0xa200;
    private static final int MOV_SP_R12 = 0x46e5;

    @TempDir
    Path folder;

    @Test
    void anInterruptionBeforeTheHandlerHasThePlaceOfTheTry() throws Exception {
        Path file = Files.write(folder.resolve("guarded.bs"), PROGRAM);
        Path firmware = DeviceChoice.of(Installation.home(), "stm32f405", Optional.empty()).board().firmware();
        try (Workbench workbench = Workbench.open(Installation.home(), firmware, Phases.silent())) {
            Diagnostics diagnostics = new Diagnostics();
            TypedProgram typed = Workbench.check(file.toString(), diagnostics).orElseThrow();
            NativeProgram program = workbench.compile(typed, diagnostics).orElseThrow();
            ErrorLocator locator = new ErrorLocator(typed, program, workbench.firmware());
            int returnAddress = addressInTry(program);
            StackMemory memory = at -> at == RETURN_ADDRESS ? OptionalInt.of(returnAddress | 1) : OptionalInt.empty();
            List<Integer> points = pointsBeforeHandler(program);
            assertThat(points).hasSizeGreaterThan(20);
            for (int pc : points) {
                RunTimeError error = locator.locate(interruptedAt(pc), memory);
                assertThat(error.place()).as("at 0x%08x", pc).get()
                        .extracting(p -> p.position().line()).isEqualTo(LINE_OF_TRY);
                assertThat(error.innermost().getFirst().function()).isEqualTo("guarded");
            }
        }
    }

    private static Stop interruptedAt(int pc) {
        int[] registers = new int[16];
        registers[12] = RECORD;
        registers[Registers.SP] = FAILED_STACK;
        registers[Registers.PC] = pc;
        return new Stop(RunTimeErrorKind.INTERRUPTED.code(), NO_SITE, Registers.of(registers), "");
    }

    /** One behind an instruction of the line with the {@code try}, which the call of the body is among. */
    private static int addressInTry(NativeProgram program) {
        CodeImage code = CodeImage.of("program", program.image());
        Segment segment = code(program);
        for (int at = segment.address() + 2; at < segment.address() + segment.bytes().length; at += 2) {
            List<CodeLocation> locations = code.locate(at - 2);
            if (locations.getFirst().function().contains("guarded")
                    && locations.getFirst().line().map(l -> program.unit().place(l.line()))
                            .filter(p -> p.position().line() == LINE_OF_TRY).isPresent()) {
                return at;
            }
        }
        throw new AssertionError("no code for the try");
    }

    /** From where the firmware resumes a program to where the stack is the record's again. */
    private static List<Integer> pointsBeforeHandler(NativeProgram program) {
        int at = program.image().address("bs_try").orElseThrow() & ~1;
        while ((halfword(program, at) & 0xff00) != ADR_R2) {
            at += 2;
        }
        at = (at + 4 & ~3) + 4 * (halfword(program, at) & 0xff);
        List<Integer> points = new ArrayList<>();
        do {
            points.add(at);
            at += 2;
        } while (halfword(program, at - 2) != MOV_SP_R12);
        return points;
    }

    private static int halfword(NativeProgram program, int address) {
        Segment segment = code(program);
        int offset = address - segment.address();
        return segment.bytes()[offset] & 0xff | (segment.bytes()[offset + 1] & 0xff) << 8;
    }

    private static Segment code(NativeProgram program) {
        return program.image().segments().stream().filter(s -> s.kind() == SegmentKind.CODE).findFirst().orElseThrow();
    }
}
