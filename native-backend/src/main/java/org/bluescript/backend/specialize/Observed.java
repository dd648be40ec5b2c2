package org.bluescript.backend.specialize;

import org.bluescript.language.profile.Seen;

/**
 * An expression whose value is observed.
 *
 * @param site its number in the function's {@link org.bluescript.language.profile.Sites}
 * @param seen what it has given
 */
record Observed(int site, Seen seen) {}
