package org.bluescript.profiler.report;

import java.util.List;
import org.bluescript.profiler.Shape;
import org.bluescript.profiler.Verdict;

/** What became of the wish to specialise a part. */
public sealed interface Outcome {
    /** Nobody has wished it. */
    Outcome NONE = new Not("");

    /** It was specialised for these types, {@code (integer, any)}, or what else it assumes. */
    record For(List<String> shapes) implements Outcome {
        public For {
            shapes = List.copyOf(shapes);
        }
    }

    /** It was not, for this reason; empty if there is none to tell. */
    record Not(String reason) implements Outcome {}

    /** It was, but its guards failed too often, and now it is not any more. */
    record GivenUp(String reason) implements Outcome {}

    /** What a verdict leads to when it is followed. */
    static Outcome of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Worth worth ->
                new For(worth.shapes().stream().map(Shape::toString).toList());
            case Verdict.NotWorth not -> new Not(not.text());
        };
    }

    /** The shapes, in words where nothing is assumed of parameters. */
    default List<String> shapeTexts() {
        return this instanceof For made
                ? made.shapes().stream().map(s -> s.equals("()") ? "the types seen in it" : s).toList()
                : List.of();
    }

    /** In one line. */
    default String text() {
        return switch (this) {
            case For specialised -> String.join(" or ", specialised.shapeTexts());
            case Not not -> not.reason();
            case GivenUp givenUp -> "given up: " + givenUp.reason();
        };
    }
}
