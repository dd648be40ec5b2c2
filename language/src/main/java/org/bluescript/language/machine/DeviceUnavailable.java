package org.bluescript.language.machine;

/** The device cannot be used, or not any more. The message says what happened and what to do next. */
public final class DeviceUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DeviceUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
