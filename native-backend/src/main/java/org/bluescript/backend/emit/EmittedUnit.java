package org.bluescript.backend.emit;

import java.util.List;

import org.bluescript.language.layout.Exchange;
import org.bluescript.language.source.Span;

/**
 * C for a program, and how to get from it back to the source.
 *
 * @param text the C, without the runtime's headers
 * @param lines for each line of the text, from 0, an index into {@code places}, or -1
 * @param places the places in the source that lines stand for
 * @param sites the places where the code raises run-time errors, by number
 * @param entry the symbol of the function that runs the program
 */
public record EmittedUnit(String text, int[] lines, List<Span> places, List<Site> sites, String entry) {
    /** Whether its code asks what time it is: the host has to tell when the call began. */
    public boolean asksTime() {
        return text.contains(RecallEmitter.word(Exchange.CLOCK_OFFSET)) || text.contains(RecallEmitter.word(Exchange.CLOCK_OFFSET + 4));
    }

    /** The place that a line of the text, from 1, stands for; null if it stands for none. */
    public Span place(int line) {
        int place = line >= 1 && line <= lines.length ? lines[line - 1] : -1;
        return place < 0 ? null : places.get(place);
    }
}
