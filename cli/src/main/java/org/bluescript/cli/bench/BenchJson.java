package org.bluescript.cli.bench;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bluescript.cli.CommandException;
import org.bluescript.cli.JsonText;

/** The results of a benchmark run as JSON, in the form that docs/cli.md describes. */
public final class BenchJson {
    private static final int FORMAT = 1;

    private BenchJson() {}

    /** All there is. */
    public static String of(BenchResult result) {
        return of(result, figure -> true);
    }

    /** Only what is the same in every run of the same build, to be kept and compared. */
    public static String lasting(BenchResult result) {
        return of(result, Figure::isDeterministic);
    }

    private static String of(BenchResult result, Predicate<Figure> wanted) {
        List<Object> programs = new ArrayList<>();
        for (BenchResult.Row row : result.rows()) {
            Map<String, Object> results = new LinkedHashMap<>();
            row.cells().forEach((key, cell) -> results.put(key, fields(row, key, cell, wanted)));
            Map<String, Object> program = new LinkedHashMap<>();
            program.put("name", row.name());
            program.put("results", results);
            programs.add(program);
        }
        Map<String, Object> means = new LinkedHashMap<>();
        result.contenders().keySet().stream()
                .filter(key -> !key.equals(Contender.C))
                .forEach(key -> means.put(key, result.geometricMean(key).isPresent()
                        ? rounded(result.geometricMean(key).getAsDouble()) : null));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", FORMAT);
        all.put("board", result.board());
        all.put("compiler", result.compiler());
        all.put("contenders", result.contenders());
        all.put("programs", programs);
        all.put("geometricMeans", means);
        return JsonText.of(all);
    }

    private static Map<String, Object> fields(BenchResult.Row row, String key, Cell cell, Predicate<Figure> wanted) {
        Map<String, Object> fields = new LinkedHashMap<>();
        switch (cell) {
            case Cell.Failed(String reason) -> fields.put("failure", reason.strip());
            case Cell.Unavailable(String reason) -> fields.put("unavailable", reason.strip());
            case Cell.Measured(Measurement measurement) -> {
                measurement.figures().forEach((figure, value) -> {
                    if (wanted.test(figure)) {
                        fields.put(figure.key(), value);
                    }
                });
                if (!key.equals(Contender.C)) {
                    row.ratio(key).ifPresent(ratio -> fields.put("ratio", rounded(ratio)));
                }
                if (!measurement.note().isEmpty()) {
                    fields.put("note", measurement.note());
                }
            }
        }
        return fields;
    }

    private static double rounded(double ratio) {
        return Math.round(ratio * 1000) / 1000.0;
    }

    /** Reads what was written before. Throws a {@link CommandException} if it was not, or by a version that we do not know. */
    public static BenchResult read(Path file) {
        try {
            JsonNode root = new ObjectMapper().readTree(Files.readString(file));
            if (root == null || root.path("format").asInt() != FORMAT) {
                throw unreadable(file, "it is not in the form of this version");
            }
            Map<String, String> contenders = new LinkedHashMap<>();
            root.path("contenders").properties().forEach(c -> contenders.put(c.getKey(), c.getValue().asText()));
            List<BenchResult.Row> rows = new ArrayList<>();
            for (JsonNode program : root.path("programs")) {
                Map<String, Cell> cells = new LinkedHashMap<>();
                program.path("results").properties().forEach(c -> cells.put(c.getKey(), cell(c.getValue())));
                rows.add(new BenchResult.Row(program.path("name").asText(), cells));
            }
            return new BenchResult(root.path("board").asText(), root.path("compiler").asText(), contenders, rows);
        } catch (JacksonException e) {
            throw unreadable(file, e.getOriginalMessage());
        } catch (IOException e) {
            throw unreadable(file, Files.exists(file) ? e.getMessage() : "there is no such file");
        }
    }

    private static Cell cell(JsonNode fields) {
        if (fields.has("failure")) {
            return new Cell.Failed(fields.path("failure").asText());
        }
        if (fields.has("unavailable")) {
            return new Cell.Unavailable(fields.path("unavailable").asText());
        }
        Map<Figure, Long> figures = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            if (fields.has(figure.key())) {
                figures.put(figure, fields.path(figure.key()).asLong());
            }
        }
        return new Cell.Measured(new Measurement(figures, fields.path("note").asText("")));
    }

    private static CommandException unreadable(Path file, String reason) {
        return CommandException.world(file + " cannot be read as figures of benchmarks: " + reason,
                "such files are written by: bluescript bench --save FILE");
    }
}
