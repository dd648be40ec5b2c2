package org.bluescript.cli.session;

/** How hard the C compiler is to try. */
public enum Effort {
    /** For code that somebody waits for: a third less time, and code that takes a twentieth more. */
    QUICK,
    /** For code that stays. */
    THOROUGH
}
