package org.bluescript.language.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangeLogTest {
    private final ChangeLog log = new ChangeLog();
    private final Map<String, Integer> map = log.map();
    private final Set<Integer> set = log.set();
    private final LoggedValue<String> value = log.value("");

    @Test
    void stepsGoBackAndForthWhateverTheyDo() {
        Random random = new Random(1);
        Deque<Step> back = new ArrayDeque<>();
        List<String> states = new ArrayList<>(List.of(state()));
        for (int step = 0; step < 300; step++) {
            for (int i = random.nextInt(8); i > 0; i--) {
                change(random);
            }
            back.push(log.takeStep());
            states.add(state());
            int steps = random.nextInt(1 + Math.min(6, back.size()));
            Deque<Step> forth = new ArrayDeque<>();
            for (int i = 0; i < steps; i++) {
                change(random);
                forth.push(log.revert(back.pop()));
                assertThat(state()).isEqualTo(states.get(states.size() - 2 - i));
            }
            int forwards = random.nextInt(1 + steps);
            for (int i = 0; i < forwards; i++) {
                back.push(log.revert(forth.pop()));
            }
            states.subList(states.size() - steps + forwards, states.size()).clear();
            assertThat(state()).isEqualTo(states.getLast());
        }
    }

    private void change(Random random) {
        String key = "key" + random.nextInt(12);
        switch (random.nextInt(8)) {
            case 0, 1 -> map.put(key, random.nextInt(5));
            case 2 -> map.remove(key);
            case 3 -> map.replaceAll((k, v) -> v + 1);
            case 4 -> map.values().removeIf(v -> v > 5);
            case 5 -> set.add(random.nextInt(9));
            case 6 -> set.remove(random.nextInt(9));
            default -> value.set(key);
        }
    }

    private String state() {
        return map + " " + set + " " + value.get();
    }

    @Test
    void whatIsAsItWasHasNotChanged() {
        map.put("a", 1);
        assertThat(log.takeStep().isEmpty()).isFalse();
        map.put("b", 2);
        map.remove("b");
        map.put("a", map.get("a"));
        assertThat(log.takeStep().isEmpty()).isTrue();
    }

    @Test
    void whatIsAbandonedHasNotHappened() {
        map.put("a", 1);
        log.takeStep();
        map.clear();
        value.set("x");
        log.abandon();
        assertThat(state()).isEqualTo("{a=1} [] ");
        assertThat(log.takeStep().isEmpty()).isTrue();
    }
}
