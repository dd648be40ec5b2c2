package org.bluescript.cli.bench;

import java.util.Optional;
import java.util.OptionalLong;

/** What one contender made of one benchmark. */
public sealed interface Cell {
    /** It ran, and its result was right. */
    record Measured(Measurement measurement) implements Cell {}

    /** It ought to have run and did not, or its result was wrong. */
    record Failed(String reason) implements Cell {}

    /** It could not be tried, or the program is too much for it: nobody's fault. */
    record Unavailable(String reason) implements Cell {}

    default Optional<Measurement> measured() {
        return this instanceof Measured(Measurement measurement) ? Optional.of(measurement) : Optional.empty();
    }

    default OptionalLong get(Figure figure) {
        return this instanceof Measured(Measurement measurement) ? measurement.get(figure) : OptionalLong.empty();
    }

    /** Why there are no figures; empty if there are. */
    default String reason() {
        return switch (this) {
            case Measured _ -> "";
            case Failed(String reason) -> reason;
            case Unavailable(String reason) -> reason;
        };
    }
}
