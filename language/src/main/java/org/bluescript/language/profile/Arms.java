package org.bluescript.language.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How often a branch went which way.
 *
 * @param taken of an {@code if} or a conditional expression, the short-circuit operators among them: for true, for false. Of a
 *     {@code switch}: for each case in order, and last for none of them
 */
public record Arms(List<Long> taken) {
    public Arms {
        taken = List.copyOf(taken);
        if (taken.stream().anyMatch(n -> n < 0)) {
            throw new IllegalArgumentException("no counts: " + taken);
        }
    }

    public static Arms of(long... taken) {
        return new Arms(java.util.Arrays.stream(taken).boxed().toList());
    }

    /** How often it was come to. */
    public long total() {
        return taken.stream().mapToLong(Long::longValue).sum();
    }

    /** Of a branch with two arms: how often its condition was true. */
    public long whenTrue() {
        return taken.getFirst();
    }

    /** What both have counted. */
    public Arms and(Arms other) {
        List<Long> more = taken.size() < other.taken.size() ? other.taken : taken;
        List<Long> less = more == taken ? other.taken : taken;
        List<Long> sum = new ArrayList<>(more);
        for (int i = 0; i < less.size(); i++) {
            sum.set(i, sum.get(i) + less.get(i));
        }
        return new Arms(Collections.unmodifiableList(sum));
    }
}
