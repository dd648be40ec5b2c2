package org.bluescript.language.profile;

import org.bluescript.language.typed.FunctionId;

/**
 * A function of a session is to run elsewhere, or otherwise, from its next call on.
 *
 * @param reason as the user is told it, behind "because"
 */
public record Move(FunctionId function, To to, String reason) {
    /** What is to become of it. */
    public enum To {
        /** The board runs it: code for the types that were seen, where nothing else tells them. */
        BOARD,
        /** It stays on the board, whose code is to take whatever comes from now on. */
        GENERIC,
        /** The host runs it. */
        HOST,
        /** The host runs it, to see its values anew: its code was made for others. */
        ANEW
    }
}
