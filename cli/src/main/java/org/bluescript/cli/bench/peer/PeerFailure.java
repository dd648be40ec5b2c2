package org.bluescript.cli.bench.peer;

/** Why a peer did not run a program, in words for a table. */
final class PeerFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean connectionLost;

    private PeerFailure(String reason, boolean connectionLost) {
        super(reason, null, false, false);
        this.connectionLost = connectionLost;
    }

    /** The peer has said so: it can be asked again. */
    static PeerFailure said(String reason) {
        return new PeerFailure(reason, false);
    }

    /** Nobody knows what the peer does now: the connection is of no use any more. */
    static PeerFailure lost(String reason) {
        return new PeerFailure(reason, true);
    }

    boolean isConnectionLost() {
        return connectionLost;
    }
}
