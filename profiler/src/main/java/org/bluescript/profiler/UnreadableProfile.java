package org.bluescript.profiler;

/** A file that is no profile, or none of this program. */
public final class UnreadableProfile extends Exception {
    private static final long serialVersionUID = 1;

    private final String help;

    /**
     * @param place the file, and where in it if that is known: a line and a column, or the names that lead there
     * @param help what to do about it
     */
    UnreadableProfile(String place, String problem, String help) {
        super(place + ": " + problem);
        this.help = help;
    }

    public String help() {
        return help;
    }
}
