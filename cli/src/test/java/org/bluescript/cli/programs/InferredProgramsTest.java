package org.bluescript.cli.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluescript.cli.session.Workbench;
import org.bluescript.language.interpreter.HostedProgram;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedProgram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With the types that follow from it as a whole, each program prints the same on the interpreter and ends in the same way. */
class InferredProgramsTest {
    static List<Path> programs() throws IOException {
        return LanguageProgramsTest.programs();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void meansTheSame(Path program) {
        String file = LanguageProgramsTest.PROGRAMS.resolve(program).toString();
        Optional<TypedProgram> typed = Workbench.check(file, new Diagnostics());
        if (typed.isPresent()) {
            assertThat(run(Workbench.read(file, new Diagnostics()).orElseThrow())).isEqualTo(run(typed.get()));
        }
    }

    /** What it prints, and how it ends. */
    private static String run(TypedProgram program) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HostedProgram hosted = HostedProgram.of(program, out, out, Map.of("engine.WarnInterpreterOnly", "false"))) {
            String ending = hosted.run()
                    .map(f -> f.message() + f.place().map(p -> " at " + p.position()).orElse(""))
                    .orElse("well");
            return out.toString(StandardCharsets.UTF_8) + ending;
        }
    }
}
