package org.bluescript.language.parser;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Name;
import org.bluescript.language.source.Span;

/**
 * Writes trees as s-expressions: {@code (Binary ADD (Identifier "a") (IntegerLiteral 1))}. Spans are left out, lists stand in
 * brackets, what is absent is {@code -}, a flag is its name or nothing.
 */
final class TreePrinter {
    private static final int WIDTH = 110;

    private TreePrinter() {}

    static String print(Object node) {
        return layout(form(node), 0);
    }

    /** Either a word, or a bracket with parts. */
    private record Form(String open, List<Form> parts, String close) {
        static Form word(String text) {
            return new Form(text, List.of(), "");
        }

        int length() {
            return open.length() + parts.stream().mapToInt(part -> part.length() + 1).sum() + close.length();
        }
    }

    private static Form form(Object value) {
        return switch (value) {
            case Name name -> Form.word(name.text());
            case Optional<?> optional -> optional.map(TreePrinter::form).orElse(Form.word("-"));
            case List<?> list -> new Form("[", list.stream().map(TreePrinter::form).toList(), "]");
            case Record record -> form(record);
            case String text -> Form.word(quoted(text));
            default -> Form.word(value.toString());
        };
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '\n' -> quoted.append("\\n");
                case '\\', '"' -> quoted.append('\\').append(c);
                default -> quoted.append(c < 0x20 ? "\\x%02x".formatted((int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }

    private static Form form(Record record) {
        List<Form> parts = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(record, component);
            if (value instanceof Boolean flag && !component.getName().equals("value")) {
                if (flag) {
                    parts.add(Form.word(component.getName()));
                }
            } else if (!(value instanceof Span) && !isRareAndAbsent(component, value)) {
                parts.add(form(value));
            }
        }
        return new Form("(" + record.getClass().getSimpleName(), parts, ")");
    }

    /** Type parameters and arguments are left out where there are none. */
    private static boolean isRareAndAbsent(RecordComponent component, Object value) {
        return component.getName().startsWith("type") && value instanceof List<?> list && list.isEmpty();
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError(e);
        }
    }

    private static String layout(Form form, int indentation) {
        if (form.parts().isEmpty()) {
            return form.open() + form.close();
        }
        boolean oneLine = indentation + form.length() <= WIDTH;
        StringBuilder text = new StringBuilder(form.open());
        boolean isList = form.open().equals("[");
        for (int i = 0; i < form.parts().size(); i++) {
            String separator = oneLine ? isList && i == 0 ? "" : " " : "\n" + " ".repeat(indentation + 2);
            text.append(separator).append(layout(form.parts().get(i), oneLine ? 0 : indentation + 2));
        }
        return text.append(form.close()).toString();
    }
}
