package org.bluescript.cli.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgramTextTest {
    @Test
    void eachThingAtTopLevelIsAPiece() {
        assertThat(ProgramText.pieces("""
                # A comment.
                SIZE = 3
                TABLE = [
                    1, 2,
                ]


                class A:
                    # Another.
                    def f(self):
                        return (self.a
                                and self.b)

                    def g(self):
                        pass


                def run():
                    return 1
                """, "#")).containsExactly(
                "SIZE = 3\n",
                "TABLE = [\n 1, 2,\n]\n",
                "class A:\n def f(self):\n  return (self.a\n    and self.b)\n def g(self):\n  pass\n",
                "def run():\n return 1\n");
    }

    @Test
    void aClosingBraceEndsItsPiece() {
        assertThat(ProgramText.pieces("// c\nfunction f() {\n    return 1;\n}\n\nlet a = 2;\n", "//"))
                .containsExactly("function f() {\n return 1;\n}\n", "let a = 2;\n");
    }
}
