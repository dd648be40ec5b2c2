package org.bluescript.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    @Test
    void nestsWithTwoSpaces() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", "a");
        map.put("sizes", List.of(1, 2L, 0.5));
        map.put("none", new ArrayList<>(List.of()));
        map.put("good", true);
        assertThat(JsonText.of(map)).isEqualTo("""
                {
                  "name": "a",
                  "sizes": [
                    1,
                    2,
                    0.5
                  ],
                  "none": [],
                  "good": true
                }
                """);
    }

    @Test
    void escapesWhatMayNotStandInAString() {
        assertThat(JsonText.of("a\"b\\c\n\t\u0007\u007fé\uD83D\uDE00")).isEqualTo("\"a\\\"b\\\\c\\n\\t\\u0007\\u007fé\\ud83d\\ude00\"\n");
    }

    @Test
    void refusesOtherKindsOfValue() {
        assertThatThrownBy(() -> JsonText.of(new Object())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JsonText.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
