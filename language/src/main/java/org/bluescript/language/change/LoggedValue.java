package org.bluescript.language.change;

import java.util.Optional;

/** A variable that knows what it has been. What is the same object has not changed. */
public final class LoggedValue<T> implements Logged {
    private final ChangeLog log;
    private T value;
    private T before;
    private boolean touched;

    LoggedValue(ChangeLog log, T first) {
        this.log = log;
        this.value = first;
    }

    public T get() {
        return value;
    }

    public void set(T now) {
        if (!touched && log != ChangeLog.NONE) {
            touched = true;
            before = value;
            log.touch(this);
        }
        value = now;
    }

    @Override
    public Optional<Change> takeChange() {
        T former = before;
        touched = false;
        before = null;
        return former == value ? Optional.empty() : Optional.of(() -> set(former));
    }
}
