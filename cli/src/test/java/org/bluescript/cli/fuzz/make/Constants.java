package org.bluescript.cli.fuzz.make;

import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** Literals, with a liking for the corners of their types. */
final class Constants implements ExpressionForm {
    private static final List<String> INTEGERS = List.of(
            "0", "1", "-1", "2", "3", "5", "7", "8", "-8", "10", "31", "32", "33", "100", "127", "128", "255", "256", "-256",
            "1000", "65535", "65536", "16777216", "16777217", "268435455", "268435456", "-268435456", "-268435457",
            "536870912", "1073741824", "2147483647", "-2147483647", "-2147483648", "0xffffffff", "0x7fff", "1_000_000");
    private static final List<String> FLOATS = List.of(
            "0.0", "-0.0", "1.0", "-1.0", "0.5", "-0.5", "1.5", "2.5", "-2.5", "0.1", "0.3", "3.14159", "10.0", "100.25",
            "1e-3", "1e10", "-1e10", "16777216.0", "16777217.0", "2147483647.0", "2147483648.0", "-2147483648.0",
            "4294967296.0", "1e20", "3.6893488e19", "7.3786976e19", "1e38", "3.4028235e38", "1.1754944e-38", "1e-45",
            "NaN", "Infinity", "-Infinity", "Math.PI");
    private static final List<String> STRINGS = List.of(
            "\"\"", "\"a\"", "\"b\"", "\"abc\"", "\"0\"", "\"12\"", "\" -7.5e1x\"", "\"true\"", "\"größer\"", "\"€uro\"", "\"\\n\"",
            "\"Hello, World\"", "\"2147483648\"", "\"0x1F\"", "\"the quick brown fox jumps\"");

    @Override
    public boolean isLeaf() {
        return true;
    }

    /** A variable is better. */
    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return wanted instanceof ValueType.ObjectOf || wanted instanceof ValueType.FunctionOf ? 2 : wanted == ValueType.Simple.VOID ? 0 : 6;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        String text = text(make.chooser(), wanted);
        return Maker.primary(wanted, text.startsWith("-") ? "(" + text + ")" : text);
    }

    private static String text(Chooser chooser, ValueType type) {
        return switch (type) {
            case ValueType.Simple.INTEGER ->
                chooser.percent(50) ? Integer.toString(chooser.between(-4, 9)) : integer(chooser);
            case ValueType.Simple.FLOAT ->
                chooser.percent(30) ? chooser.between(-40, 80) / 8.0f + "" : chooser.of(FLOATS);
            case ValueType.Simple.BOOLEAN -> chooser.of("true", "false");
            case ValueType.Simple.STRING -> chooser.of(STRINGS);
            case ValueType.EnumOf e -> e.shape().name() + "." + chooser.of(e.shape().members());
            default -> type.fallback();
        };
    }

    private static String integer(Chooser chooser) {
        return chooser.percent(20) ? Integer.toString(chooser.bits()) : chooser.of(INTEGERS);
    }
}
