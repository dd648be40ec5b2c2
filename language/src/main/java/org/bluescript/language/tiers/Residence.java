package org.bluescript.language.tiers;

/**
 * Where calls of one function of a session go, and how many there were. Whoever decides that moves it; a call in progress ends where it is.
 * Only the session's thread may use it.
 */
public final class Residence {
    private boolean onBoard;
    private long calls;
    private long remoteCalls;
    private long boardCalls;
    private long instructions;
    private long measured;
    /** Calls in all until it came to where it is. */
    private long callsBefore;
    private long remoteCallsBefore;

    public boolean isOnBoard() {
        return onBoard;
    }

    /** From the next call on, the board runs it, or the host does. */
    public void move(boolean toBoard) {
        onBoard = toBoard;
    }

    /** What is counted from now on is told apart from what was before. */
    public void begin() {
        callsBefore = calls + boardCalls;
        remoteCallsBefore = remoteCalls;
    }

    /** The host runs it. */
    public void called() {
        calls++;
    }

    /** It has called the board while the host ran it. */
    public void calledBoard() {
        remoteCalls++;
    }

    /** The board runs it, called by the host. */
    public void calledOnBoard() {
        boardCalls++;
    }

    /** A call on the board took so many guest instructions. */
    public void took(long count) {
        measured++;
        instructions += count;
    }

    /** Calls since {@link #begin}, wherever it ran. */
    public long callsSince() {
        return calls + boardCalls - callsBefore;
    }

    /** Calls of the board that it has made since {@link #begin}. */
    public long remoteCallsSince() {
        return remoteCalls - remoteCallsBefore;
    }

    /** Calls that the host has run, in all. */
    public long calls() {
        return calls;
    }

    /** Calls of the board that it has made in these. */
    public long remoteCalls() {
        return remoteCalls;
    }

    /** Calls of it on the board that the host has made, in all. */
    public long boardCalls() {
        return boardCalls;
    }

    /** Calls on the board of which it is known what they took. */
    public long measured() {
        return measured;
    }

    /** Guest instructions of these. */
    public long instructions() {
        return instructions;
    }
}
