package org.bluescript.cli.fuzz.run;

/** How a program's C is compiled. All else of the way from a program to the device's memory is the same. */
public enum Effort {
    /** As for users. */
    PRODUCTION,

    /** At {@code -O1}, with all other flags as for users: half of the time. */
    QUICK
}
