package org.bluescript.link.transport;

/**
 * How often each fault befalls a frame, as probabilities from 0 to 1. One frame may suffer several.
 *
 * @param corrupt one to four bytes are changed
 * @param drop the frame is lost
 * @param duplicate the frame comes twice
 * @param truncate the frame's end is lost, its delimiter too
 * @param delay the frame is overtaken by up to three others; if none comes, it is lost
 */
public record FaultRates(double corrupt, double drop, double duplicate, double truncate, double delay) {
    public static final FaultRates NONE = new FaultRates(0, 0, 0, 0, 0);

    /** Every fault at the same rate. */
    public static FaultRates all(double rate) {
        return new FaultRates(rate, rate, rate, rate, rate);
    }
}
