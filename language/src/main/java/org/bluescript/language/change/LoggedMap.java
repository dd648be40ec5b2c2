package org.bluescript.language.change;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A map in the order in which its keys have come that knows what it has held. A key that comes back by a revert stands where it stood. */
final class LoggedMap<K, V> extends AbstractMap<K, V> implements Logged {
    /** @param order greater than those of all that came earlier */
    private record Slot<V>(long order, V value) {}

    private final ChangeLog log;
    private Map<K, Slot<V>> slots = new LinkedHashMap<>();
    private long next;
    /** What keys that have been touched in this step had before; null for those that were not there. */
    private Map<K, Slot<V>> before = new HashMap<>();
    private long nextBefore;
    private boolean touched;

    LoggedMap(ChangeLog log) {
        this.log = log;
    }

    private void touch(K key, Slot<V> former) {
        if (!touched) {
            touched = true;
            nextBefore = next;
            log.touch(this);
        }
        if (!before.containsKey(key)) {
            before.put(key, former);
        }
    }

    @Override
    public int size() {
        return slots.size();
    }

    @Override
    public boolean containsKey(Object key) {
        return slots.containsKey(key);
    }

    @Override
    public V get(Object key) {
        Slot<V> slot = slots.get(key);
        return slot == null ? null : slot.value();
    }

    @Override
    public V put(K key, V value) {
        Slot<V> former = slots.get(key);
        if (former != null && former.value() == value) {
            return value;
        }
        touch(key, former);
        slots.put(key, new Slot<>(former == null ? next++ : former.order(), value));
        return former == null ? null : former.value();
    }

    @Override
    @SuppressWarnings("unchecked")
    public V remove(Object key) {
        Slot<V> former = slots.get(key);
        if (former == null) {
            return null;
        }
        touch((K) key, former);
        slots.remove(key);
        return former.value();
    }

    @Override
    public void clear() {
        slots.forEach(this::touch);
        slots.clear();
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return slots.size();
            }

            @Override
            public Iterator<Map.Entry<K, V>> iterator() {
                return new Entries();
            }
        };
    }

    @Override
    public Optional<Change> takeChange() {
        touched = false;
        Map<K, Slot<V>> formers = before;
        before = new HashMap<>();
        formers.entrySet().removeIf(e -> slots.get(e.getKey()) == e.getValue());
        long formerNext = nextBefore;
        if (formers.isEmpty()) {
            next = formerNext;
            return Optional.empty();
        }
        return Optional.of(() -> revert(formers, formerNext));
    }

    private void revert(Map<K, Slot<V>> formers, long formerNext) {
        boolean unordered = false;
        for (Map.Entry<K, Slot<V>> former : formers.entrySet()) {
            Slot<V> now = slots.get(former.getKey());
            touch(former.getKey(), now);
            if (former.getValue() == null) {
                slots.remove(former.getKey());
            } else {
                unordered |= now == null || now.order() != former.getValue().order();
                slots.put(former.getKey(), former.getValue());
            }
        }
        next = formerNext;
        if (unordered) {
            List<Map.Entry<K, Slot<V>>> entries = new ArrayList<>(slots.entrySet());
            entries.sort((a, b) -> Long.compare(a.getValue().order(), b.getValue().order()));
            Map<K, Slot<V>> ordered = new LinkedHashMap<>();
            entries.forEach(e -> ordered.put(e.getKey(), e.getValue()));
            slots = ordered;
        }
    }

    private final class Entries implements Iterator<Map.Entry<K, V>> {
        private final Iterator<Map.Entry<K, Slot<V>>> all = slots.entrySet().iterator();
        private Map.Entry<K, Slot<V>> latest;

        @Override
        public boolean hasNext() {
            return all.hasNext();
        }

        @Override
        public Map.Entry<K, V> next() {
            latest = all.next();
            Map.Entry<K, Slot<V>> entry = latest;
            return new SimpleEntry<>(entry.getKey(), entry.getValue().value()) {
                private static final long serialVersionUID = 1;

                @Override
                public V setValue(V value) {
                    touch(entry.getKey(), entry.getValue());
                    entry.setValue(new Slot<>(entry.getValue().order(), value));
                    return super.setValue(value);
                }
            };
        }

        @Override
        public void remove() {
            touch(latest.getKey(), latest.getValue());
            all.remove();
        }
    }
}
