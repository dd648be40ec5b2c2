package org.bluescript.language.session;

import java.util.Optional;

/**
 * What came of asking who holds an object.
 *
 * @param outcome of the expression that was to give it
 * @param holders nothing if it did not give one
 */
public record HeldObject(Outcome outcome, Optional<Holders> holders) {}
