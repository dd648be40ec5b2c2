package org.bluescript.language.tiers;

import java.util.List;

/**
 * Where a function of a session runs, and why.
 *
 * @param onBoard whether calls by the host go to the board
 * @param reason behind "because" if it was moved or given back; else empty
 * @param hostCalls calls that the host has run
 * @param remoteCalls calls of the board that it has made in these
 * @param boardCalls calls by the host that the board has run
 * @param measured so many of these took the {@code instructions}; of the others nothing is known
 * @param madeFor the types of parameters for which the board has code of it, {@code (integer, float)}; none if that takes whatever comes
 * @param failures how often values were of other types
 */
public record Whereabouts(
        boolean onBoard, Why why, String reason, long hostCalls, long remoteCalls, long boardCalls, long measured, long instructions,
        List<String> madeFor, long failures) {
    public Whereabouts {
        madeFor = List.copyOf(madeFor);
    }

    /** What decides where it is. */
    public enum Why {
        /** It holds inline C. */
        BOUND,
        /** The user wants it there. */
        WANTED,
        /** It was moved. */
        MOVED,
        /** It is to be on the board as soon as its code is made. */
        AWAITED,
        /** It was on the board, or was to be, and is not any more. */
        GIVEN_BACK,
        /** Nobody has decided anything: the host runs it. */
        NONE
    }
}
