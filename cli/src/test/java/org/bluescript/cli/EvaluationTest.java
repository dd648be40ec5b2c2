package org.bluescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Statements that nobody types: arguments of {@code eval}, and standard input. */
class EvaluationTest {
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private int run(String input, String... arguments) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return CommandRunner.run(Console.of(bytes, output, errors), new Interrupts(), arguments);
    }

    private String output() {
        return output.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    @Test
    void valuesArePrintedAndTextsSeeWhatFormerOnesDeclared() {
        assertThat(run("", "eval", "let x = 20", "x * 2", "[x, 1]", "print(\"said\")")).isZero();
        assertThat(output()).isEqualTo("40\n[20, 1]\nsaid\n");
        assertThat(errors()).isEmpty();
    }

    @Test
    void theStatusIsThatOfTheLastErrorAndWhatFollowsIsEvaluatedAllTheSame() {
        assertThat(run("", "eval", "1 / 0", "y", "3")).isEqualTo(ExitStatus.PROGRAM);
        assertThat(output()).isEqualTo("3\n");
        assertThat(errors()).contains("line 1:1:1: error: division by zero", "line 2:1:1: error: there is no \"y\"");
    }

    @Test
    void statementsOnStandardInputMayTakeSeveralLines() {
        String input = """
                function sign(n: integer): string {
                    if (n < 0) {
                        return "-"
                    }
                    else {
                        return "+"
                    }
                }
                if (sign(1) == "-") {
                    print("minus")
                }
                else {
                    print("plus")
                }

                [1, 2, 3]
                    .map(n => n * n)
                """;
        assertThat(run(input)).isZero();
        assertThat(output()).isEqualTo("plus\n[1, 4, 9]\n");
    }

    @Test
    void aTextThatEndsTooEarlyIsAMistake() {
        assertThat(run("let a = [1,\n")).isEqualTo(ExitStatus.PROGRAM);
        assertThat(errors()).contains("error: ");
    }

    @Test
    void jsonHasALineForEachText() {
        assertThat(run("", "eval", "--json", "print(1); 2.5", "let s = \"a\"", "s[3]")).isEqualTo(ExitStatus.PROGRAM);
        assertThat(output().lines()).containsExactly(
                "{ \"output\": \"1\\n\", \"value\": \"2.5\", \"type\": \"float\" }",
                "{}",
                "{ \"errors\": [ { \"line\": 1, \"column\": 1, \"message\": \"index out of range\" } ] }");
    }
}
