package org.bluescript.profiler.report;

import java.util.Locale;

/** Numbers as reports show them: three figures where more would be noise. */
final class Figures {
    private Figures() {}

    /** {@code 12,345}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A mean: {@code 12,345}, {@code 12.3}, {@code 1.25}. */
    static String mean(double number) {
        return number >= 99.95
                ? String.format(Locale.ROOT, "%,.0f", number)
                : String.format(Locale.ROOT, number >= 9.995 ? "%.1f" : "%.2f", number).replaceFirst("\\.?0+$", "");
    }

    /** {@code 310 µs}, {@code 38.4 ms}, {@code 1.24 s}, {@code 123 s}. */
    static String time(long microseconds) {
        if (microseconds < 1_000) {
            return microseconds + " µs";
        }
        double milliseconds = microseconds / 1e3;
        return milliseconds < 999.5 ? three(milliseconds) + " ms" : three(milliseconds / 1e3) + " s";
    }

    private static String three(double number) {
        return String.format(Locale.ROOT, number < 9.995 ? "%.2f" : number < 99.95 ? "%.1f" : "%,.0f", number);
    }

    /** A part of 1: {@code 61 %}, {@code 4.2 %}, {@code <0.1 %}; {@code 0 %} only for nothing. */
    static String share(double part) {
        double percent = part * 100;
        if (percent == 0) {
            return "0 %";
        }
        return percent < 0.1 ? "<0.1 %" : String.format(Locale.ROOT, percent < 9.95 ? "%.1f %%" : "%.0f %%", percent);
    }

    /** {@code once}, {@code 3 times}. */
    static String times(long count) {
        return count == 1 ? "once" : count(count) + " times";
    }

    /** {@code 1 call}, {@code 3 calls}. */
    static String counted(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
