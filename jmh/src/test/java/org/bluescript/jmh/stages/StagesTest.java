package org.bluescript.jmh.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.Blackhole;

/** Each stage does its work once, without JMH: nothing is measured, but what is counted is right. */
class StagesTest {
    private final Lines lines = new Lines();
    private final Bytes bytes = new Bytes();
    private final Blackhole hole =
            new Blackhole("Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");

    private static Programs programs(String name, String form) throws Exception {
        Programs programs = new Programs();
        programs.program = name;
        programs.form = form;
        programs.read();
        return programs;
    }

    private static CheckedPrograms checked(Programs programs) {
        CheckedPrograms checked = new CheckedPrograms();
        checked.check(programs);
        return checked;
    }

    private static CompiledPrograms compiled(Programs programs) throws Exception {
        CompiledPrograms compiled = new CompiledPrograms();
        compiled.compile(checked(programs));
        return compiled;
    }

    @Test
    void allProgramsAreReadInBothForms() throws Exception {
        Programs typed = programs("all", "typed");
        assertThat(typed.files()).hasSize(16);
        assertThat(programs("all", "untyped").files())
                .extracting(file -> file.name()).containsExactlyElementsOf(typed.files().stream().map(file -> file.name()).toList());
        new ReadingBenchmark().lexer(typed, lines, bytes, hole);
        assertThat(lines.lines).isGreaterThan(1_500);
        assertThat(bytes.bytes).isGreaterThan(20 * lines.lines);
        new ReadingBenchmark().parser(programs("sieve", "typed"), new Lines(), bytes, hole);
        assertThatThrownBy(() -> programs("nothing", "typed")).hasMessage("there is no program nothing");
    }

    @Test
    void aCheckCanBeRepeated() throws Exception {
        Programs programs = programs("richards", "untyped");
        CheckedPrograms checked = checked(programs);
        for (int i = 0; i < 2; i++) {
            new CheckingBenchmark().checker(programs, checked, lines, bytes, hole);
            new CheckingBenchmark().inference(programs, checked, lines, bytes, hole);
        }
        long ofText = programs.files().getFirst().text().lines().count();
        assertThat(lines.lines).isEqualTo(4 * ofText);
    }

    @Test
    void whatIsLinkedIsWhatTheCompilerMakes() throws Exception {
        Programs programs = programs("sieve", "typed");
        CompiledPrograms compiled = compiled(programs);
        new CodeBenchmark().emission(programs, compiled, lines, bytes, hole);
        assertThat(bytes.bytes).isEqualTo(compiled.programs().getFirst().code().unit().text().length());
        bytes.bytes = 0;
        new CodeBenchmark().linking(programs, compiled, lines, bytes, hole);
        int size = compiled.programs().getFirst().code().patch().size();
        assertThat(bytes.bytes).isEqualTo(size);

        FrameBenchmark frames = new FrameBenchmark();
        frames.cut(compiled);
        bytes.bytes = 0;
        frames.encoding(bytes, hole);
        frames.decoding(bytes, hole);
        assertThat(bytes.bytes).isEqualTo(2 * size);
    }

    @Test
    void memoryGoesToTheDeviceAndComesBack() throws Exception {
        CoherenceBenchmark benchmark = new CoherenceBenchmark();
        benchmark.kibibytes = 4;
        benchmark.load(Map.of("engine.WarnInterpreterOnly", "false"));
        try {
            assertThat(benchmark.calling().asInt()).isZero();
            int written = benchmark.sending(bytes).asInt();
            assertThat(written).isPositive();
            assertThat(benchmark.receiving(bytes).asInt()).isEqualTo(written + 1);
        } finally {
            benchmark.close();
        }
        assertThat(bytes.bytes).isEqualTo(8 * 1024);
    }
}
