package org.bluescript.language.change;

/** What has changed in one place. */
public interface Change {
    /** Makes it what it was, if it is what it had become. The caller asks the log for what that has changed. */
    void revert();
}
