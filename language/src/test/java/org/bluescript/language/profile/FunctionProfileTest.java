package org.bluescript.language.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;
import org.junit.jupiter.api.Test;

class FunctionProfileTest {
    private static final Seen INTEGER = Seen.of(PrimitiveType.INTEGER);
    private static final Seen FLOAT = Seen.of(PrimitiveType.FLOAT);

    private final FunctionProfile before =
            new FunctionProfile(3, List.of(INTEGER, INTEGER), INTEGER, Map.of(1, INTEGER, 2, INTEGER), Map.of(5, 7L));
    private final FunctionProfile now =
            new FunctionProfile(0, List.of(Seen.NOTHING, FLOAT), Seen.NOTHING, Map.of(2, FLOAT), Map.of());

    @Test
    void bothAreKept() {
        assertThat(before.and(now)).isEqualTo(new FunctionProfile(
                3, List.of(INTEGER, INTEGER.and(FLOAT)), INTEGER, Map.of(1, INTEGER, 2, INTEGER.and(FLOAT)), Map.of(5, 7L)));
    }

    @Test
    void waysOfBranchesAreAddedUp() {
        FunctionProfile one = branching(Map.of(1, Arms.of(1, 2), 2, Arms.of(0, 3)));
        FunctionProfile other = branching(Map.of(1, Arms.of(10, 20), 3, Arms.of(1, 1, 1)));
        assertThat(one.and(other).branches())
                .isEqualTo(Map.of(1, Arms.of(11, 22), 2, Arms.of(0, 3), 3, Arms.of(1, 1, 1)));
        assertThat(one.but(other).branches()).isEqualTo(one.branches());
    }

    private static FunctionProfile branching(Map<Integer, Arms> branches) {
        return new FunctionProfile(1, List.of(), Seen.NOTHING, Map.of(), Map.of(), branches, Map.of());
    }

    @Test
    void callsWithOtherTypesAreAShapeMore() {
        FunctionProfile both = before.alsoFor(now);
        List<Type> integers = List.of(PrimitiveType.INTEGER, PrimitiveType.INTEGER);
        List<Type> mixed = List.of(PrimitiveType.INTEGER, PrimitiveType.FLOAT);
        assertThat(both.shapes()).isEqualTo(Map.of(integers, 3L, mixed, 4L));
        assertThat(both.parameters()).isEqualTo(List.of(INTEGER, INTEGER.and(FLOAT)));
        assertThat(both.and(both).shapes()).isEqualTo(Map.of(integers, 6L, mixed, 8L));
        assertThat(both.but(now).shapes()).isEmpty();
    }

    @Test
    void onlyWhatIsSeenNowCounts() {
        assertThat(before.but(now)).isEqualTo(new FunctionProfile(
                3, List.of(INTEGER, FLOAT), INTEGER, Map.of(1, INTEGER, 2, FLOAT), Map.of(5, 7L)));
    }
}
