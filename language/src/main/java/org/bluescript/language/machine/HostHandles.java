package org.bluescript.language.machine;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.Set;
import org.bluescript.language.shadow.heap.HostRoots;

/**
 * The heap objects that other languages, tools and the embedder hold: each is a root for as long as its wrapper is reachable
 * in Java. An object is freed by the first collection after Java has found out that nobody has its wrapper.
 */
public final class HostHandles implements HostRoots {
    private final ReferenceQueue<Object> dropped = new ReferenceQueue<>();
    private final Set<Handle> handles = new HashSet<>();

    private static final class Handle extends WeakReference<Object> {
        private final int address;

        Handle(Object wrapper, int address, ReferenceQueue<Object> queue) {
            super(wrapper, queue);
            this.address = address;
        }
    }

    /** Keeps the object at an address alive for as long as the wrapper is. */
    public void hold(Object wrapper, int address) {
        forgetDropped();
        handles.add(new Handle(wrapper, address, dropped));
    }

    /** How many wrappers there are, as far as Java has found out. */
    public int count() {
        forgetDropped();
        return handles.size();
    }

    @Override
    public void visit(Visitor visitor) {
        forgetDropped();
        for (Handle handle : handles) {
            visitor.reference(handle.address);
        }
    }

    private void forgetDropped() {
        for (Reference<?> handle = dropped.poll(); handle != null; handle = dropped.poll()) {
            handles.remove(handle);
        }
    }
}
