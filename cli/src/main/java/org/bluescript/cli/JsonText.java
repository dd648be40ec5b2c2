package org.bluescript.cli;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes listings as JSON (RFC 8259), indented by two spaces: maps, collections, strings, numbers, booleans and null.
 * Written by hand because a JSON library would take longer to load than the rest of a listing takes to make.
 */
public final class JsonText {
    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    /** The text of a value, with a line end. Throws {@link IllegalArgumentException} for any other kind of value. */
    public static String of(Object value) {
        JsonText json = new JsonText();
        json.value(value, "");
        return json.text.append('\n').toString();
    }

    private void value(Object value, String indent) {
        switch (value) {
            case null -> text.append("null");
            case String string -> string(string);
            case Integer number -> text.append(number);
            case Long number -> text.append(number);
            case Double number when Double.isFinite(number) -> text.append(number);
            case Boolean truth -> text.append(truth);
            case Map<?, ?> map -> object(map, indent);
            case Collection<?> list -> array(list, indent);
            default -> throw new IllegalArgumentException("no JSON for a " + value.getClass() + ": " + value);
        }
    }

    private void object(Map<?, ?> map, String indent) {
        text.append('{');
        String inner = indent + "  ";
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            text.append('\n').append(inner);
            string(entry.getKey().toString());
            text.append(": ");
            value(entry.getValue(), inner);
            text.append(entries.hasNext() ? "," : "\n" + indent);
        }
        text.append('}');
    }

    private void array(Collection<?> list, String indent) {
        text.append('[');
        String inner = indent + "  ";
        Iterator<?> elements = list.iterator();
        while (elements.hasNext()) {
            text.append('\n').append(inner);
            value(elements.next(), inner);
            text.append(elements.hasNext() ? "," : "\n" + indent);
        }
        text.append(']');
    }

    private void string(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
