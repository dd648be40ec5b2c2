package org.bluescript.language.tck;

import com.oracle.truffle.tck.tests.ErrorTypeTest;
import com.oracle.truffle.tck.tests.ExpressionTest;
import com.oracle.truffle.tck.tests.IdentityFunctionTest;
import com.oracle.truffle.tck.tests.InlineExecutionTest;
import com.oracle.truffle.tck.tests.InvalidSyntaxTest;
import com.oracle.truffle.tck.tests.ScriptTest;
import com.oracle.truffle.tck.tests.StatementTest;
import com.oracle.truffle.tck.tests.ValueTest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.runner.JUnitCore;
import org.junit.runner.Result;

/** The tests that Truffle has for all languages, with {@link BlueScriptProvider}. They are JUnit 4's, which runs them. */
class TruffleTckTest {
    @TestFactory
    Stream<DynamicTest> eachTestForAllLanguagesPasses() {
        System.setProperty("tck.values", "bluescript,java-host");
        System.setProperty("tck.language", "bluescript");
        return Stream.of(
                        ErrorTypeTest.class, ExpressionTest.class, IdentityFunctionTest.class, InlineExecutionTest.class,
                        InvalidSyntaxTest.class, ScriptTest.class, StatementTest.class, ValueTest.class)
                .map(test -> DynamicTest.dynamicTest(test.getSimpleName(), () -> run(test)));
    }

    private static void run(Class<?> test) {
        Result result = JUnitCore.runClasses(test);
        Assertions.assertThat(result.getFailures().stream().map(f -> f + "\n" + f.getTrimmedTrace()).collect(Collectors.joining("\n"))).isEmpty();
        Assertions.assertThat(result.getRunCount()).isPositive();
    }
}
