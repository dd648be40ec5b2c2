package org.bluescript.language.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bluescript.language.change.Change;
import org.bluescript.language.change.Logged;
import org.bluescript.language.shadow.DataMemory;

/**
 * Data memory that knows what has been in it: of the pages that have changed it keeps the former bytes. It finds them by comparison
 * with a copy, so that nobody who writes has to do anything for it.
 */
final class LoggedPages implements Logged {
    private final DataMemory memory;
    private byte[] before;

    private record Page(int offset, byte[] bytes) {}

    LoggedPages(DataMemory memory) {
        this.memory = memory;
        this.before = all();
    }

    private byte[] all() {
        return memory.read(memory.region().base(), memory.region().size());
    }

    @Override
    public Optional<Change> takeChange() {
        byte[] now = all();
        List<Page> changed = new ArrayList<>();
        for (int at = 0; at < now.length; at += DataMemory.PAGE) {
            int end = Math.min(at + DataMemory.PAGE, now.length);
            if (!Arrays.equals(now, at, end, before, at, end)) {
                changed.add(new Page(at, Arrays.copyOfRange(before, at, end)));
            }
        }
        before = now;
        return changed.isEmpty() ? Optional.empty() : Optional.of(() -> revert(changed));
    }

    private void revert(List<Page> pages) {
        pages.forEach(p -> memory.write(memory.region().base().plus(p.offset()), p.bytes()));
    }
}
