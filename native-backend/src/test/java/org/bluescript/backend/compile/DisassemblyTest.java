package org.bluescript.backend.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisassemblyTest {
    @Test
    void showsTheInstructionsOfEachFunction() throws CompileFailure {
        Disassembly disassembly = disassembly("""
                int total;
                int add(int n) { return total += n; }
                int three(void) { return 3; }
                """);
        assertThat(disassembly.of("three")).startsWith("three:\n").contains("movs\tr0, #3").contains("bx\tlr");
        assertThat(disassembly.of("add")).contains("total").doesNotContain("#3\n");
    }

    @Test
    void whatIsNotThereIsEmpty() throws CompileFailure {
        assertThat(disassembly("static int one(void) { return 1; } int two(void) { return one() + 1; }").of("one")).isEmpty();
    }

    private static Disassembly disassembly(String text) throws CompileFailure {
        try (CrossCompiler compiler = new PlainGcc(CompilerOptions.standard(), RuntimeHeaders.installed())) {
            return Disassembly.of(compiler.compile(CSource.of("test.c", text)));
        }
    }
}
