package org.bluescript.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.bluescript.cli.JsonText;

/** Figures of collections as a table and as JSON, in the form that docs/cli.md describes. */
public final class CollectionReport {
    private static final int FORMAT = 1;

    /** The fastest clock of an STM32F405. */
    private static final int MEGAHERTZ = 168;

    private CollectionReport() {}

    public static String table(CollectionResult result) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("objects", "bytes", "live", "dead", "instructions", "for each live", "for each dead", "ms"));
        lines.add(List.of("none", "", "0", "0", whole(result.emptyHeap()), "", "", ""));
        for (CollectionResult.Row row : result.rows()) {
            lines.add(List.of(
                    row.kind().structure().title(),
                    whole(row.kind().objectBytes()),
                    whole(row.live()),
                    whole(row.dead()),
                    whole(row.instructions()),
                    tenths(result.forEachLive(row)),
                    tenths(result.forEachDead(row)),
                    String.format(Locale.ROOT, "%.2f", row.milliseconds(MEGAHERTZ))));
        }
        return """
                collections of %d KiB full of small objects, in guest instructions; in milliseconds as if each took a cycle at %d MHz
                %s""".formatted(result.heapBytes() / 1024, MEGAHERTZ, TextTable.of(lines));
    }

    public static String json(CollectionResult result) {
        List<Object> rows = new ArrayList<>();
        for (CollectionResult.Row row : result.rows()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("structure", row.kind().structure().key());
            fields.put("objectBytes", row.kind().objectBytes());
            fields.put("live", row.live());
            fields.put("dead", row.dead());
            fields.put("instructions", row.instructions());
            result.forEachLive(row).ifPresent(value -> fields.put("forEachLive", rounded(value)));
            result.forEachDead(row).ifPresent(value -> fields.put("forEachDead", rounded(value)));
            rows.add(fields);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", FORMAT);
        all.put("board", result.board());
        all.put("heapBytes", result.heapBytes());
        all.put("emptyHeapInstructions", result.emptyHeap());
        all.put("collections", rows);
        return JsonText.of(all);
    }

    private static String whole(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String tenths(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.1f", value.getAsDouble()) : "";
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
