package org.bluescript.cli.fuzz.make;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/** Chance, the same again for the same seed. */
final class Chooser {
    private final SplittableRandom random;

    Chooser(long seed) {
        random = new SplittableRandom(seed);
    }

    /** From 0 up to, not including, {@code bound}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both ends included. */
    int between(int least, int greatest) {
        return least + random.nextInt(greatest - least + 1);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    int bits() {
        return random.nextInt();
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** One of the choices, as often as its weight says; at least one weight is positive. */
    <T> T weighted(List<T> choices, ToIntFunction<T> weight) {
        int[] weights = choices.stream().mapToInt(weight).toArray();
        int sum = 0;
        for (int w : weights) {
            sum += w;
        }
        int left = random.nextInt(sum);
        for (int i = 0; ; i++) {
            left -= weights[i];
            if (left < 0) {
                return choices.get(i);
            }
        }
    }
}
