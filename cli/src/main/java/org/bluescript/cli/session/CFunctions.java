package org.bluescript.cli.session;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bluescript.language.layout.CodeNames;
import org.bluescript.language.typed.FunctionId;

/** The functions of a C unit as the emitter writes it: a head at the margin that ends without a semicolon, and a brace there at the end. */
final class CFunctions {
    private static final Pattern HEAD = Pattern.compile("^[A-Za-z].*?\\b(\\w+)\\(.*[^;]$");

    private final Map<String, String> texts = new HashMap<>();
    private final CodeNames names;

    CFunctions(String unit, CodeNames names) {
        this.names = names;
        String name = null;
        StringBuilder text = new StringBuilder();
        for (String line : unit.split("\n", -1)) {
            Matcher head = HEAD.matcher(line);
            if (name == null && head.matches()) {
                name = head.group(1);
                text.setLength(0);
            }
            if (name != null) {
                text.append(line).append('\n');
            }
            if (line.equals("}")) {
                texts.putIfAbsent(name, text.toString());
                name = null;
            }
        }
    }

    /** The function's text; empty if the unit does not have it. */
    String of(FunctionId function) {
        String symbol = names.direct(function);
        return symbol == null ? "" : texts.getOrDefault(symbol, "");
    }
}
