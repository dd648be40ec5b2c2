package org.bluescript.language.observation;

/** How often something happened. One thread adds; what others read may be a little old. */
public final class Counter {
    private long count;

    public void add() {
        count++;
    }

    public long count() {
        return count;
    }
}
