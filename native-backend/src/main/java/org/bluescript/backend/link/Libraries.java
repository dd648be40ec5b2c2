package org.bluescript.backend.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluescript.backend.elf.Archive;
import org.bluescript.backend.elf.ElfSymbol;
import org.bluescript.backend.elf.ObjectCode;

/**
 * Objects that are linked only where something needs them, searched in order. Archive members are read on demand and
 * kept, so that one instance should serve all links. May be used by one thread at a time.
 */
public final class Libraries {
    private interface Source {
        Optional<ObjectCode> definer(String symbol);
    }

    private final List<Source> sources = new ArrayList<>();

    public static Libraries none() {
        return new Libraries();
    }

    /** Adds an object; of it, too, a link takes only the sections that it needs. */
    public Libraries with(ObjectCode object) {
        Map<String, ObjectCode> definitions = new HashMap<>();
        for (ElfSymbol symbol : object.elf().symbols()) {
            if (symbol.isGlobalDefinition()) {
                definitions.put(symbol.name(), object);
            }
        }
        sources.add(symbol -> Optional.ofNullable(definitions.get(symbol)));
        return this;
    }

    public Libraries with(Archive archive) {
        Map<Integer, ObjectCode> members = new HashMap<>();
        sources.add(symbol -> archive.memberOffset(symbol).map(offset ->
                members.computeIfAbsent(offset, archive::member)));
        return this;
    }

    /** The first object that defines the symbol. */
    Optional<ObjectCode> definer(String symbol) {
        for (Source source : sources) {
            Optional<ObjectCode> found = source.definer(symbol);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
