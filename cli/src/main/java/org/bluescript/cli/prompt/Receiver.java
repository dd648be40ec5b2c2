package org.bluescript.cli.prompt;

/** Finds the expression before a point, as far as brackets and names tell: {@code a.b(1)[2]} in {@code x + a.b(1)[2].}. */
final class Receiver {
    private Receiver() {}

    /** @param end where the point stands */
    static String before(String text, int end) {
        int start = end;
        while (start > 0) {
            char c = text.charAt(start - 1);
            if (Character.isJavaIdentifierPart(c) || c == '.' || c == '?' && start < end && text.charAt(start) == '.') {
                start--;
            } else if (c == ')' || c == ']') {
                start = opening(text, start - 1);
                if (start < 0) {
                    return "";
                }
            } else if (c == '"' || c == '\'' || c == '`') {
                int open = text.lastIndexOf(c, start - 2);
                return open < 0 ? "" : text.substring(open, end);
            } else {
                break;
            }
        }
        return text.substring(start, end);
    }

    /** Where the bracket opens that closes at an index; -1 if nowhere. */
    private static int opening(String text, int closing) {
        int depth = 0;
        for (int i = closing; i >= 0; i--) {
            char c = text.charAt(i);
            depth += c == ')' || c == ']' || c == '}' ? 1 : c == '(' || c == '[' || c == '{' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
