package org.bluescript.language.session;

/** A file is no saved session, or none that can be used here; the message says why. */
public final class UnreadableSession extends Exception {
    private static final long serialVersionUID = 1;

    public UnreadableSession(String message) {
        super(message);
    }
}
