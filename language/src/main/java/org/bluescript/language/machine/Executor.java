package org.bluescript.language.machine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.shadow.Stretch;
import org.bluescript.language.source.Span;

/**
 * A device that holds a copy of this machine's memory and runs functions on it. Every operation is done whole or throws
 * {@link DeviceUnavailable}; then nothing is certain about the device's memory, and the next operation begins by reaching the
 * device anew. One operation at a time.
 */
public interface Executor {
    /** Begins to write in the background. What happens next waits for it; if it fails, the next operation fails. */
    void prepare(Stretch image);

    /** Whether the device may have forgotten what was written since this was asked last: it is another one, or began anew. */
    default boolean hasForgotten() {
        return false;
    }

    /** CRC-32Cs of the device's memory, of all pieces in their order. */
    int[] checksums(List<Pieces> pieces);

    /** The device's bytes of each region. */
    List<byte[]> read(List<Region> regions);

    /**
     * Writes, then calls a function with up to four words and waits for its end. All that it prints has gone to the output by
     * then.
     */
    Outcome call(List<Stretch> writes, int entry, int[] words, ProgramOutput output);

    /** {@code count} pieces of {@code length} bytes each, one behind the other. */
    record Pieces(Address address, int length, int count) {}

    /** How a call ended. */
    sealed interface Outcome {}

    /**
     * The function returned.
     *
     * @param instructions that it took, waiting and the link left out; empty where nobody counts them
     */
    record Returned(int word, OptionalLong instructions) implements Outcome {
        public Returned(int word) {
            this(word, OptionalLong.empty());
        }
    }

    /**
     * The function was stopped by a run-time error, or from outside.
     *
     * @param error the address of the object that was thrown, or 0 for an error that the runtime has raised
     * @param text what the error says beside its kind; may be empty
     * @param place where it arose, if that is known
     * @param calls that were in progress on the device, the innermost first
     */
    record Failed(RunTimeErrorKind kind, int error, String text, Optional<Span> place, List<DeviceCall> calls)
            implements Outcome {}

    /** A call in progress on the device: the function as the user knows it, and where in it the program was. */
    record DeviceCall(String function, Optional<Span> place) {}
}
