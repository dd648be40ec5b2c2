package org.bluescript.link;

import org.bluescript.link.protocol.Refusal;
import org.bluescript.link.protocol.Request;

/** A request on its way to its reply. Changed only by its {@link Session}. */
final class Exchange {
    final Request request;
    final byte[] payload;
    int sequence;
    int transmissions;
    long sentAt;
    boolean acknowledged;

    private byte[] reply;
    private Refusal refusal;

    Exchange(Request request) {
        this.request = request;
        this.payload = request.payload();
    }

    /** Bytes of the device's queue that the reply may take. */
    int replyRoom() {
        int data = switch (request) {
            case Request.Read read -> read.length();
            case Request.Checksum checksum -> Integer.BYTES * checksum.count();
            default -> SMALL_REPLY;
        };
        return Session.RECORD_OVERHEAD + 2 + data;
    }

    private static final int SMALL_REPLY = 32;

    void complete(byte[] data) {
        reply = data;
    }

    void refuse(Refusal reason) {
        refusal = reason;
    }

    boolean isDone() {
        return reply != null || refusal != null;
    }

    /** The reply's data. Requires {@link #isDone}. Throws {@link LinkException.Refused} if it was refused. */
    byte[] result() {
        if (refusal != null) {
            throw new LinkException.Refused(request, refusal);
        }
        return reply;
    }
}
