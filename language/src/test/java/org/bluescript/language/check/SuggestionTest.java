package org.bluescript.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class SuggestionTest {
    @Test
    void nearestNameIsSuggested() {
        assertThat(Suggestion.of("lenght", List.of("left", "length", "width"))).contains("did you mean \"length\"?");
    }

    @Test
    void caseAloneIsNoDistance() {
        assertThat(Suggestion.of("COUNT", List.of("count"))).contains("did you mean \"count\"?");
    }

    @Test
    void farNamesAreNotSuggested() {
        assertThat(Suggestion.of("frog", List.of("print", "Math"))).isEmpty();
        assertThat(Suggestion.of("x", List.of("y"))).isEmpty();
        assertThat(Suggestion.of("a", List.of("ab", "b"))).isEmpty();
        assertThat(Suggestion.of("sum", List.of("gc", "NaN", "Set"))).isEmpty();
    }

    @Test
    void exchangedLettersAreOneMistake() {
        assertThat(Suggestion.of("Mpa", List.of("Map", "Math"))).contains("did you mean \"Map\"?");
        assertThat(Suggestion.distance("pritn", "print")).isEqualTo(1);
    }

    @Test
    void distanceCountsLetters() {
        assertThat(Suggestion.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Suggestion.distance("", "abc")).isEqualTo(3);
    }
}
