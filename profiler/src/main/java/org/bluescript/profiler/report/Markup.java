package org.bluescript.profiler.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A page while it is written: HTML that is XML as well. All text and all values of attributes come out as what they are, whatever
 * they hold; characters that show nothing or change the direction of others become visible signs.
 */
public final class Markup {
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names and values, in turns */
    public Markup open(String element, String... attributes) {
        begin(element, attributes);
        text.append('>');
        open.push(element);
        return this;
    }

    public Markup close() {
        text.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes, and ends the line: for elements between which white space means nothing. */
    public Markup closeLine() {
        close();
        text.append('\n');
        return this;
    }

    /** An element with nothing in it. */
    public Markup empty(String element, String... attributes) {
        begin(element, attributes);
        text.append("/>");
        return this;
    }

    /** An element with text in it. */
    public Markup element(String element, String content, String... attributes) {
        return open(element, attributes).text(content).close();
    }

    public Markup text(String content) {
        content.codePoints().forEach(this::append);
        return this;
    }

    /** What we have written ourselves: style sheets. */
    public Markup verbatim(String content) {
        text.append(content);
        return this;
    }

    private void begin(String element, String... attributes) {
        text.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            text(attributes[i + 1]);
            text.append('"');
        }
    }

    private void append(int character) {
        switch (character) {
            case '&' -> text.append("&amp;");
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '"' -> text.append("&quot;");
            case '\'' -> text.append("&#39;");
            case '\n', '\t' -> text.append((char) character);
            default -> text.appendCodePoint(visible(character));
        }
    }

    private static int visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character < 0x20 ? 0x2400 + character : character == 0x7f ? 0x2421 : 0xfffd;
            case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> 0xfffd;
            default -> character;
        };
    }

    /** What was written; everything must be closed. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("open: " + open);
        }
        return text.toString();
    }
}
