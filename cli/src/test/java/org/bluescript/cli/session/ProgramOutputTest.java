package org.bluescript.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bluescript.cli.Console;
import org.bluescript.link.protocol.DeviceEvent;
import org.bluescript.link.protocol.OutputValue;
import org.junit.jupiter.api.Test;

class ProgramOutputTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final ProgramOutput output = new ProgramOutput(Console.of(printed, errors), Phases.silent());

    private static OutputValue text(String text, boolean glued) {
        return new OutputValue.TextValue(text.getBytes(StandardCharsets.UTF_8), glued);
    }

    private static DeviceEvent.Output line(OutputValue... values) {
        return new DeviceEvent.Output(1, List.of(values), false);
    }

    private static DeviceEvent.Output part(OutputValue... values) {
        return new DeviceEvent.Output(1, List.of(values), true);
    }

    @Test
    void valuesAreJoinedBySpaces() {
        output.accept(line(new OutputValue.IntegerValue(-3, false), new OutputValue.FloatValue(0.1f, false),
                new OutputValue.BooleanValue(true, false), new OutputValue.NullValue(false), text("é", false)));
        assertThat(printed).hasToString("-3 0.1 true undefined é\n");
    }

    @Test
    void piecesOfOneTextAreNot() {
        output.accept(part(text("one ", true), text("te", true)));
        output.accept(part(text("xt", false)));
        output.accept(line(text("two", false)));
        assertThat(printed).hasToString("one text two\n");
    }

    @Test
    void aCharacterCutBetweenEventsIsWholeAgain() {
        byte[] bytes = "é".getBytes(StandardCharsets.UTF_8);
        output.accept(part(new OutputValue.TextValue(new byte[] {bytes[0]}, true)));
        output.accept(line(new OutputValue.TextValue(new byte[] {bytes[1]}, false)));
        assertThat(printed).hasToString("é\n");
    }

    @Test
    void bytesThatAreNoTextGoThroughUnchanged() {
        output.accept(line(new OutputValue.TextValue(new byte[] {(byte) 0xc3, 27, 0}, false)));
        assertThat(printed.toByteArray()).containsExactly(0xc3, 27, 0, '\n');
    }

    @Test
    void anEmptyPrintIsAnEmptyLine() {
        output.accept(line());
        assertThat(printed).hasToString("\n");
    }

    @Test
    void aLineGoesWhereItsEndSays() {
        output.accept(part(text("er", true)));
        output.accept(new DeviceEvent.Output(2, List.of(text("ror", false)), false));
        output.accept(line(text("output", false)));
        assertThat(printed).hasToString("output\n");
        assertThat(errors).hasToString("error\n");
    }

    @Test
    void aLineThatWasCutShortIsEnded() {
        output.accept(part(text("half", false)));
        output.end();
        output.accept(line(text("next", false)));
        assertThat(printed).hasToString("half\nnext\n");
    }

    @Test
    void aLongLineIsWrittenBeforeItEnds() {
        for (int i = 0; i < 2000; i++) {
            output.accept(part(text("x".repeat(100), true)));
        }
        assertThat(printed.size()).isGreaterThan(100_000);
    }
}
