package org.bluescript.cli.bench;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What one run cost.
 *
 * @param figures those that are known
 * @param note what there is to say about how it was made, such as {@code -O3}; empty if nothing
 */
public record Measurement(Map<Figure, Long> figures, String note) {
    public Measurement {
        EnumMap<Figure, Long> sorted = new EnumMap<>(Figure.class);
        sorted.putAll(figures);
        figures = Collections.unmodifiableMap(sorted);
    }

    /** What a program costs that we have compiled; the times come later. */
    static Measurement of(long instructions, long codeBytes, long peakHeapBytes) {
        return new Measurement(Map.of(Figure.INSTRUCTIONS, instructions,
                Figure.CODE_BYTES, codeBytes, Figure.PEAK_HEAP, peakHeapBytes), "");
    }

    Measurement with(Figure figure, long value) {
        EnumMap<Figure, Long> more = new EnumMap<>(Figure.class);
        more.putAll(figures);
        more.put(figure, value);
        return new Measurement(more, note);
    }

    Measurement noting(String text) {
        return new Measurement(figures, text);
    }

    public OptionalLong get(Figure figure) {
        Long value = figures.get(figure);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
