package org.bluescript.profiler.report;

import java.util.OptionalLong;

/**
 * What a part took. No time is in two parts, so they may be added.
 *
 * @param hostNanoseconds in the interpreter, without what it called and without its loops that are parts
 * @param deviceNanoseconds while the host had handed over to it, with all that it called there
 * @param deviceInstructions what the device executed in that time, if it was counted
 */
public record TimeSpent(long hostNanoseconds, long deviceNanoseconds, OptionalLong deviceInstructions) {
    public static final TimeSpent NONE = new TimeSpent(0, 0, OptionalLong.empty());

    public long nanoseconds() {
        return hostNanoseconds + deviceNanoseconds;
    }

    /** What both took. */
    public TimeSpent and(TimeSpent other) {
        OptionalLong instructions = deviceInstructions.isEmpty() && other.deviceInstructions.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(deviceInstructions.orElse(0) + other.deviceInstructions.orElse(0));
        return new TimeSpent(
                hostNanoseconds + other.hostNanoseconds, deviceNanoseconds + other.deviceNanoseconds, instructions);
    }
}
