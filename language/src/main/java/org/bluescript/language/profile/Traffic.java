package org.bluescript.language.profile;

/**
 * Where a function of a session runs that host and board can both run, and what its calls have shown since it came there.
 *
 * @param onBoard whether the board runs it when the host calls it, or will as soon as its code is made
 * @param calls how often the host has called it since
 * @param remoteCalls how often it has called the board itself since, run by the host: each took a round trip
 * @param reach how many functions the board must have to run it, itself included
 * @param needsBoard whether only the board can run one of these
 * @param failures how often values were of other types than the code was made for that the board has of it
 * @param attempts how often it was seen anew for that reason
 */
public record Traffic(
        boolean onBoard, long calls, long remoteCalls, int reach, boolean needsBoard, long failures, int attempts) {}
