package org.bluescript.cli;

import java.nio.file.Path;

/** Where the parts of BlueScript are that are not Java: headers, firmware, boards, benchmark programs. */
public final class Installation {
    private Installation() {}

    /** The root of the repository, which the launcher and the tests name in the system property {@code bluescript.home}. */
    public static Path home() {
        String home = System.getProperty("bluescript.home");
        if (home == null) {
            throw CommandException.world("the system property bluescript.home is not set",
                    "start BlueScript by its launcher, ./bluescript");
        }
        return Path.of(home).toAbsolutePath().normalize();
    }
}
