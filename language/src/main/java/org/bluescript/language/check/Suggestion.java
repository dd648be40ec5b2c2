package org.bluescript.language.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody may have meant. */
final class Suggestion {
    private Suggestion() {}

    /** A help line with the candidate nearest to {@code written}, if one is near. */
    static Optional<String> of(String written, Collection<String> candidates) {
        return candidates.stream()
                .filter(c -> !c.equals(written) && distance(written, c) <= limit(written.length()))
                .min(Comparator.comparingInt((String c) -> distance(written, c)).thenComparing(c -> c))
                .map(c -> "did you mean \"" + c + "\"?");
    }

    /** How far a name may be from one of so many letters: most short names are near each other without being meant. */
    private static int limit(int length) {
        return length <= 2 ? 0 : length <= 4 ? 1 : length <= 7 ? 2 : 3;
    }

    /** How many letters must be inserted, deleted, replaced or exchanged with the next; a change of case counts nothing. */
    static int distance(String a, String b) {
        String from = a.toLowerCase(Locale.ROOT);
        String to = b.toLowerCase(Locale.ROOT);
        int[][] rows = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : cheapest(rows, from, to, i, j);
            }
        }
        return rows[from.length()][to.length()];
    }

    private static int cheapest(int[][] rows, String from, String to, int i, int j) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int result = Math.min(rows[i - 1][j - 1] + (same ? 0 : 1), Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        boolean exchanged = i > 1
                && j > 1
                && from.charAt(i - 1) == to.charAt(j - 2)
                && from.charAt(i - 2) == to.charAt(j - 1);
        return exchanged ? Math.min(result, rows[i - 2][j - 2] + 1) : result;
    }
}
