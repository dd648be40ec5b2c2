package org.bluescript.language.machine;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.nodes.Node;

/** The device could not be reached for a call. No error of the program: it cannot be caught there. */
public final class DeviceTrouble extends AbstractTruffleException {
    private static final long serialVersionUID = 1;

    public DeviceTrouble(DeviceUnavailable cause, Node place) {
        super(cause.getMessage(), cause, UNLIMITED_STACK_TRACE, place);
    }
}
