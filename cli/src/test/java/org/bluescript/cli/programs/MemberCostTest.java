package org.bluescript.cli.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What members of {@code any} and calls cost, the callee included, where one class has the member. */
class MemberCostTest {
    private static final String PROGRAM = """
            class Point {
                a;
                b;
                constructor(a, b) {
                    this.a = a;
                    this.b = b;
                }
            }
            class Plain {
                x = null;
                y = null;
                m(a) {
                    return this.x;
                }
            }
            function turns(o, f, s) {
                for (let i = 0; i < %2$d; i++) {
                    %1$s
                }
                return o == s;
            }
            const plain = new Plain();
            const other = new Plain(); // which of the two, the compiler must not know
            plain.x = time.now() < 0 ? plain : other;
            plain.y = plain.x;
            other.x = time.now() < 0 ? other : plain;
            other.y = other.x;
            print(turns(plain, (a) => a, null));
            """;

    private static TestBench bench;

    @TempDir
    Path folder;

    @BeforeAll
    static void boot() {
        bench = TestBench.open("stm32f405");
    }

    @AfterAll
    static void shutDown() {
        bench.close();
    }

    @Test
    void aPropertyIsReadInLine() throws Exception {
        assertThat(cost("o = o.x;", "o = o.y;")).isBetween(1.0, 12.0);
    }

    @Test
    void aMethodIsCalledDirectly() throws Exception {
        assertThat(cost("o = o.m(s);", "o = o.m(s);")).isBetween(1.0, 25.0);
    }

    @Test
    void aClosureIsCalledByItsUniformEntry() throws Exception {
        assertThat(cost("s = f(s);", "s = f(s);")).isBetween(1.0, 15.0);
    }

    /** With the collections that it brings about. */
    @Test
    void anObjectIsMadeInLine() throws Exception {
        assertThat(cost("s = new Point(s, i);", "s = new Point(i, i);")).isBetween(1.0, 45.0);
    }

    private double cost(String first, String second) throws Exception {
        return new OperationCost(bench, folder, PROGRAM).of(first, second);
    }
}
