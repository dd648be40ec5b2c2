package org.bluescript.language.check;

import org.bluescript.language.source.Span;
import org.bluescript.language.typed.FunctionId;

/**
 * A function that does not go with a line any more, and cannot be checked again.
 *
 * @param held the function that objects hold; it, or one that it calls, is meant
 * @param place of the function that does not go
 * @param reason what it does, to be read behind "it"
 */
public record Stale(FunctionId held, Span place, String reason) {}
