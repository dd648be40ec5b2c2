package org.bluescript.profiler.report;

import java.util.Set;

/** How texts of three languages are coloured: by what a character is part of. Approximate, and total: any text has colours. */
enum Notation {
    BLUESCRIPT(Set.of(
            "abstract", "as", "break", "case", "catch", "class", "const", "constructor", "continue", "default", "do", "else",
            "enum", "export", "extends", "false", "finally", "for", "from", "function", "get", "if", "implements", "import", "in",
            "instanceof", "interface", "let", "new", "null", "of", "private", "protected", "public", "readonly", "return", "set",
            "static", "super", "switch", "this", "throw", "true", "try", "type", "typeof", "undefined", "var", "while")),
    C(Set.of(
            "bool", "break", "case", "char", "const", "continue", "default", "do", "double", "else", "enum", "extern", "false",
            "float", "for", "goto", "if", "inline", "int", "int16_t", "int32_t", "int8_t", "long", "register", "return", "short",
            "signed", "sizeof", "static", "struct", "switch", "true", "typedef", "uint16_t", "uint32_t", "uint8_t", "union",
            "unsigned", "void", "volatile", "while")),
    ASSEMBLY(Set.of());

    /** What a character is part of; also the name of its class in the page, in small letters. */
    enum Colour {
        PLAIN,
        COMMENT,
        STRING,
        NUMBER,
        KEYWORD,
        TYPE,
        CALL
    }

    private final Set<String> keywords;

    Notation(Set<String> keywords) {
        this.keywords = keywords;
    }

    /** For each UTF-16 unit of the text its colour. */
    Colour[] colours(String text) {
        Colour[] colours = new Colour[text.length()];
        for (int i = 0; i < text.length(); ) {
            int end = end(text, i);
            Colour colour = colour(text, i, end);
            while (i < end) {
                colours[i++] = colour;
            }
        }
        return colours;
    }

    /** Where what begins at {@code i} ends; always behind {@code i}. */
    private int end(String text, int i) {
        char c = text.charAt(i);
        if (text.startsWith("//", i) || this == ASSEMBLY && c == '@') {
            return orEnd(text, text.indexOf('\n', i));
        }
        if (text.startsWith("/*", i)) {
            int end = text.indexOf("*/", i + 2);
            return end < 0 ? text.length() : end + 2;
        }
        if (isQuote(c)) {
            return endOfString(text, i);
        }
        int end = i + 1;
        if (isWordPart(c)) {
            while (end < text.length() && (isWordPart(text.charAt(end)) || isPoint(text, i, end))) {
                end++;
            }
        }
        return end;
    }

    private static boolean isPoint(String text, int start, int at) {
        return text.charAt(at) == '.' && Character.isDigit(text.charAt(start))
                && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    }

    private boolean isQuote(char c) {
        return c == '"' || this != ASSEMBLY && c == '\'' || this == BLUESCRIPT && c == '`';
    }

    private boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || this != ASSEMBLY && c == '$';
    }

    private static int endOfString(String text, int start) {
        char quote = text.charAt(start);
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i + 1;
            } else if (c == '\n' && quote != '`') {
                return i;
            }
        }
        return text.length();
    }

    private static int orEnd(String text, int index) {
        return index < 0 ? text.length() : index;
    }

    private Colour colour(String text, int start, int end) {
        char c = text.charAt(start);
        if (text.startsWith("//", start) || text.startsWith("/*", start) || this == ASSEMBLY && c == '@') {
            return Colour.COMMENT;
        }
        if (isQuote(c)) {
            return Colour.STRING;
        }
        if (Character.isDigit(c)) {
            return Colour.NUMBER;
        }
        return isWordPart(c) ? word(text, start, end) : Colour.PLAIN;
    }

    private Colour word(String text, int start, int end) {
        if (this == ASSEMBLY) {
            return assemblyWord(text, start, end);
        }
        String word = text.substring(start, end);
        if (keywords.contains(word)) {
            return Colour.KEYWORD;
        }
        boolean isCalled = end < text.length() && text.charAt(end) == '(';
        if (isCalled) {
            return Colour.CALL;
        }
        boolean isType = this == C ? word.startsWith("bs_") : Character.isUpperCase(word.charAt(0));
        return isType ? Colour.TYPE : Colour.PLAIN;
    }

    /** A word that begins a line is a label, or else the first word is an instruction or a directive. */
    private static Colour assemblyWord(String text, int start, int end) {
        int line = text.lastIndexOf('\n', start) + 1;
        String before = text.substring(line, start).strip();
        boolean isLabel = end < text.length() && text.charAt(end) == ':';
        if (isLabel) {
            return Colour.TYPE;
        }
        return before.isEmpty() || before.equals(".") ? Colour.KEYWORD : Colour.PLAIN;
    }
}
