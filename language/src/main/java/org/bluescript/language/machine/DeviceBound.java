package org.bluescript.language.machine;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.nodes.Node;

/** A function with inline C was called, which the host cannot run. */
public final class DeviceBound extends AbstractTruffleException {
    private static final long serialVersionUID = 1;

    public DeviceBound(String function, Node place) {
        super("\"" + function + "\" contains inline C, which runs only on a device", place);
    }
}
