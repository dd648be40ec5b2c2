package org.bluescript.cli.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A heap full of small objects: what they hang on, how great they are, which of them can still be reached.
 *
 * @param objectBytes of each with its header: a multiple of 8
 */
record CollectionCase(Structure structure, int objectBytes, Kept kept) {
    /** What the objects hang on. */
    enum Structure {
        /** Each holds the next; the newest is the first. */
        LIST("linked list", 0, List.of(Kept.ALL, Kept.NONE, Kept.EVERY_SECOND)),
        /** They hold numbers only, and an array holds them; where one is dropped, it holds null. */
        ARRAY("array of objects", 4, List.of(Kept.ALL, Kept.EVERY_SECOND));

        private final String title;
        private final int bytesElsewhere;
        private final List<Kept> choices;

        Structure(String title, int bytesElsewhere, List<Kept> choices) {
            this.title = title;
            this.bytesElsewhere = bytesElsewhere;
            this.choices = choices;
        }

        String title() {
            return title;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What is measured: to dead objects it is all the same what they hung on. */
        List<Kept> choices() {
            return choices;
        }
    }

    /** Which of the objects can still be reached when the heap is collected. */
    enum Kept {
        ALL, EVERY_SECOND, NONE
    }

    private static final int ARRAY_HEADER = 8;

    /** How many fit into a heap of so many bytes, an even number of them, beside what they hang on. */
    int count(int heapBytes) {
        int room = heapBytes - (structure == Structure.ARRAY ? ARRAY_HEADER : 0);
        return room / bytesOfEach() & -2;
    }

    /** With what holds it. */
    int bytesOfEach() {
        return objectBytes + structure.bytesElsewhere;
    }

    int live(int heapBytes) {
        return switch (kept) {
            case ALL -> count(heapBytes);
            case EVERY_SECOND -> count(heapBytes) / 2;
            case NONE -> 0;
        };
    }

    int dead(int heapBytes) {
        return count(heapBytes) - live(heapBytes);
    }

    /** The same objects, all of them reachable. */
    CollectionCase full() {
        return new CollectionCase(structure, objectBytes, Kept.ALL);
    }

    /** The program that makes them, and leaves the collection to others. What only a module's top level used would end with it. */
    String program(int heapBytes) {
        return (structure == Structure.LIST ? list() : array()).formatted(properties(), count(heapBytes), release());
    }

    private static String list() {
        return """
                class Item {
                    next: Item | null;
                    %s
                    constructor(next: Item | null) { this.next = next; }
                }
                let items: Item | null = null;
                function fill(): void {
                    for (let i = 0; i < %d; i++) { items = new Item(items); }
                    %s
                }
                fill();
                """;
    }

    private static String array() {
        return """
                class Item {
                    %s
                }
                const items = new Array<Item | null>(%d);
                function fill(): void {
                    for (let i = 0; i < items.length; i++) { items[i] = new Item(); }
                    %s
                }
                fill();
                """;
    }

    private String release() {
        return switch (kept) {
            case ALL -> "";
            case NONE -> structure == Structure.LIST ? "items = null;" : "items.fill(null);";
            case EVERY_SECOND -> structure == Structure.LIST
                    ? "for (let i = items; i !== null; i = i.next) { if (i.next !== null) { i.next = i.next.next; } }"
                    : "for (let i = 0; i < items.length; i += 2) { items[i] = null; }";
        };
    }

    /** Numbers that fill an object to its size. */
    private String properties() {
        int numbers = objectBytes / 4 - (structure == Structure.LIST ? 2 : 1);
        return IntStream.range(0, numbers).mapToObj(i -> "n" + i + ": integer = " + i + ";").collect(Collectors.joining(" "));
    }
}
