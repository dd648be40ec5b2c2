package org.bluescript.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bluescript.cli.Installation;
import org.bluescript.cli.bench.CollectionCase.Kept;
import org.bluescript.cli.bench.CollectionCase.Structure;
import org.bluescript.cli.session.DeviceChoice;
import org.bluescript.cli.session.DeviceSession;
import org.bluescript.cli.session.Phases;
import org.bluescript.cli.session.Workbench;
import org.junit.jupiter.api.Test;

class CollectionBenchTest {
    private static final CollectionCase LIST = new CollectionCase(Structure.LIST, 16, Kept.ALL);

    /** The limits leave room for other compilers. A mistake in the collector that costs something costs more. */
    @Test
    void collectionsOnTheBoardAreQuick() {
        CollectionResult result = measured();
        assertThat(result.emptyHeap()).isBetween(100L, 1_000L);
        assertThat(result.rows()).hasSize(15).allSatisfy(row -> {
            assertThat(row.live() + row.dead()).isBetween(1_800, 8_192);
            result.forEachLive(row).ifPresent(each -> assertThat(each).as("%s", row).isBetween(10.0, 77.0));
            result.forEachDead(row).ifPresent(each -> assertThat(each).as("%s", row).isBetween(5.0, 60.0));
        });
        assertThat(result.rows().stream().filter(row -> row.kind().equals(LIST)))
                .singleElement()
                .satisfies(row -> assertThat(row.live()).isEqualTo(CollectionBench.HEAP_BYTES / 16))
                .satisfies(row -> assertThat(row.instructions()).isLessThan(300_000));
    }

    @Test
    void whatIsDeadCostsWhatTheLiveOnesDoNot() {
        CollectionResult result = new CollectionResult("board", 64, 100, List.of(
                new CollectionResult.Row(LIST, 4, 0, 300),
                new CollectionResult.Row(new CollectionCase(Structure.LIST, 16, Kept.NONE), 0, 4, 140),
                new CollectionResult.Row(new CollectionCase(Structure.LIST, 16, Kept.EVERY_SECOND), 2, 2, 250)));
        assertThat(result.rows().stream().map(result::forEachLive).map(each -> each.orElse(-1)))
                .containsExactly(50.0, -1.0, -1.0);
        assertThat(result.rows().stream().map(result::forEachDead).map(each -> each.orElse(-1)))
                .containsExactly(-1.0, 10.0, 25.0);
    }

    @Test
    void tableAndJsonSayTheSame() throws Exception {
        CollectionResult result = new CollectionResult("board", 65_536, 100, List.of(new CollectionResult.Row(LIST, 4_096, 0, 168_000)));
        assertThat(CollectionReport.table(result).lines().skip(1)).containsExactly(
                "objects      bytes   live  dead  instructions  for each live  for each dead    ms",
                "none                    0     0           100",
                "linked list     16  4,096     0       168,000           41.0                 1.00");
        JsonNode json = new ObjectMapper().readTree(CollectionReport.json(result));
        assertThat(json.at("/emptyHeapInstructions").asLong()).isEqualTo(100);
        assertThat(json.at("/collections/0/structure").asText()).isEqualTo("list");
        assertThat(json.at("/collections/0/live").asInt()).isEqualTo(4_096);
        assertThat(json.at("/collections/0/forEachLive").asDouble()).isEqualTo(41.0);
        assertThat(json.at("/collections/0/forEachDead").isMissingNode()).isTrue();
    }

    private static CollectionResult measured() {
        Path home = Installation.home();
        DeviceChoice choice = DeviceChoice.of(home, "stm32f405", Optional.empty());
        try (DeviceSession device = choice.connect();
                Workbench workbench = Workbench.open(home, choice.board().firmware(), Phases.silent())) {
            return new CollectionBench(workbench, device).run(choice.board().name());
        }
    }
}
