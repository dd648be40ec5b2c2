package org.bluescript.jmh.stages;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * How many bytes were worked on; each stage says which. JMH shows them for each second, and
 * {@link org.bluescript.jmh.ProcessorTime} for each of the processor's.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Bytes {
    public long bytes;
}
