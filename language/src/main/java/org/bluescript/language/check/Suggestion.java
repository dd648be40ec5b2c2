package org.bluescript.language.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that somebody may have meant. */
final class Suggestion {
    private Suggestion() {}

    /** A help line with the candidate nearest to {@code written}, if one is near. */
    static Optional<String> of(String written, Collection<String> candidates) {
        int limit = written.length() <= 2 ? 1 : written.length() <= 5 ? 2 : 3;
        return candidates.stream()
                .filter(c -> !c.equals(written) && distance(written, c) <= Math.min(limit, written.length() - 1))
                .min(Comparator.comparingInt((String c) -> distance(written, c)).thenComparing(c -> c))
                .map(c -> "did you mean \"" + c + "\"?");
    }

    /** How many letters must be inserted, deleted or replaced (Levenshtein); a change of case counts nothing. */
    static int distance(String a, String b) {
        String from = a.toLowerCase(java.util.Locale.ROOT);
        String to = b.toLowerCase(java.util.Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
