package org.bluescript.profiler.report;

/** How a table looks on what it is shown on. */
public enum TableStyle {
    /** Text and nothing else. */
    PLAIN,
    /** With the escape sequences of ANSI terminals. */
    COLOURED;

    /** What a text in a table is. */
    enum Ink {
        NAME("1"),
        LABEL("2"),
        INTERPRETED("2"),
        GENERIC("34"),
        SPECIALISED("32"),
        WARNING("33");

        private final String attributes;

        Ink(String attributes) {
            this.attributes = attributes;
        }

        static Ink of(Tier tier) {
            return switch (tier) {
                case INTERPRETED -> INTERPRETED;
                case GENERIC -> GENERIC;
                case SPECIALISED -> SPECIALISED;
            };
        }
    }

    String paint(Ink ink, String text) {
        return switch (this) {
            case PLAIN -> text;
            case COLOURED -> "\033[" + ink.attributes + "m" + text + "\033[0m";
        };
    }
}
