package org.bluescript.cli.bench;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What collections of a heap took.
 *
 * @param heapBytes of that heap
 * @param emptyHeap guest instructions of a collection of it that finds nothing
 */
public record CollectionResult(String board, int heapBytes, long emptyHeap, List<Row> rows) {
    /**
     * One collection.
     *
     * @param live objects that stayed, and {@code dead} ones that it found
     * @param instructions guest instructions; on a real board what its counter counts
     */
    public record Row(CollectionCase kind, int live, int dead, long instructions) {
        double milliseconds(double megahertz) {
            return instructions / (megahertz * 1000);
        }
    }

    public CollectionResult {
        rows = List.copyOf(rows);
    }

    /** Instructions for each live object, if all are: what the collection of the empty heap takes does not count. */
    OptionalDouble forEachLive(Row row) {
        return row.dead() > 0 ? OptionalDouble.empty() : each(row.instructions() - emptyHeap, row.live());
    }

    /**
     * Instructions for each dead object: those of the row without those of the empty heap, and without what the live ones take in the
     * row where all of this kind are. It is missing if nothing is dead.
     */
    OptionalDouble forEachDead(Row row) {
        if (row.live() == 0) {
            return each(row.instructions() - emptyHeap, row.dead());
        }
        double live = rows.stream()
                .filter(other -> other.kind().equals(row.kind().full()))
                .mapToDouble(other -> forEachLive(other).orElseThrow())
                .findFirst().orElseThrow();
        return each(row.instructions() - emptyHeap - live * row.live(), row.dead());
    }

    private static OptionalDouble each(double instructions, int objects) {
        return objects == 0 ? OptionalDouble.empty() : OptionalDouble.of(instructions / objects);
    }
}
