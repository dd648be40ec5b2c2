package org.bluescript.link.protocol;

/** An undamaged frame whose content is not what the protocol says: the other end speaks another dialect. */
public final class MalformedMessage extends Exception {
    public MalformedMessage(String message) {
        super(message);
    }
}
