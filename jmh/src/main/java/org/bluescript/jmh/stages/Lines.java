package org.bluescript.jmh.stages;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How many lines of source text were worked on, comments and empty ones included; shown as {@link Bytes} are. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Lines {
    public long lines;
}
