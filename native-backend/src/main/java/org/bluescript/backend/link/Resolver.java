package org.bluescript.backend.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bluescript.backend.elf.ElfFile;
import org.bluescript.backend.elf.ElfFormatException;
import org.bluescript.backend.elf.ElfRelocation;
import org.bluescript.backend.elf.ElfSection;
import org.bluescript.backend.elf.ElfSymbol;
import org.bluescript.backend.elf.ObjectCode;

/**
 * Finds what is part of the program: beginning with the roots, every section that a kept section refers to, and what each
 * reference stands for. A name means, in this order: the definition in the objects themselves, the one that was given
 * from outside, the first one in the libraries.
 */
final class Resolver {
    private final Libraries libraries;
    private final Map<String, Integer> definitions;
    private final List<Input> inputs = new ArrayList<>();
    private final Map<String, GlobalSymbol> unitSymbols = new HashMap<>();
    private final Map<String, GlobalSymbol> librarySymbols = new HashMap<>();
    private final Map<String, CommonVariable> commons = new LinkedHashMap<>();
    private final Deque<KeptSection> work = new ArrayDeque<>();
    private final List<LinkProblem.Reference> unresolved = new ArrayList<>();
    private final Set<ElfFile> loaded = new HashSet<>();
    private boolean overridden;

    private record GlobalSymbol(Input input, ElfSymbol symbol) {}

    Resolver(Libraries libraries, Map<String, Integer> definitions) {
        this.libraries = libraries;
        this.definitions = definitions;
    }

    /** All objects that take part, those from libraries last. */
    List<Input> inputs() {
        return inputs;
    }

    /** The variables in COMMON that something refers to. */
    List<CommonVariable> commons() {
        return commons.values().stream().filter(variable -> variable.kept).toList();
    }

    /** What a global name of the linked objects stands for; null if it is not part of the program. */
    Target keptTarget(Input input, ElfSymbol symbol) {
        if (symbol.isCommon()) {
            CommonVariable variable = commons.get(symbol.name());
            return variable != null && variable.kept ? new Target.InCommon(variable) : null;
        }
        if (symbol.isUndefined() || symbol.isAbsolute()) {
            return null;
        }
        KeptSection section = input.kept[symbol.section()];
        return section == null ? null : new Target.InSection(section, symbol.offset(), symbol.isThumbFunction());
    }

    void addUnit(ObjectCode unit) throws LinkFailure {
        Input input = new Input(unit.elf(), inputs.size());
        inputs.add(input);
        for (ElfSection section : unit.elf().sections()) {
            if (section.type() == ElfSection.INIT_ARRAY || section.type() == ElfSection.FINI_ARRAY
                    || section.type() == ElfSection.PREINIT_ARRAY) {
                throw new LinkFailure(new LinkProblem.Unsupported(unit.name(),
                        "a function that runs before or after the program (section " + section.name() + ")"));
            }
        }
        for (ElfSymbol symbol : unit.elf().symbols()) {
            if (symbol.isGlobalDefinition()) {
                define(new GlobalSymbol(input, symbol));
            }
        }
    }

    private void define(GlobalSymbol added) throws LinkFailure {
        ElfSymbol symbol = added.symbol;
        if (symbol.type() == ElfSymbol.TLS) {
            throw new LinkFailure(new LinkProblem.Unsupported(added.input.elf.name(),
                    "thread-local variable " + symbol.name()));
        }
        GlobalSymbol old = unitSymbols.get(symbol.name());
        if (symbol.isCommon()) {
            commons.computeIfAbsent(symbol.name(), CommonVariable::new).widen(symbol.size(), symbol.value());
        }
        if (old == null || isWeaker(old.symbol, symbol)) {
            unitSymbols.put(symbol.name(), added);
        } else if (!symbol.isWeak() && !symbol.isCommon() && !old.symbol.isWeak()) {
            throw new LinkFailure(new LinkProblem.Duplicate(symbol.name(), old.input.elf.name(),
                    added.input.elf.name()));
        }
    }

    /** A weak definition gives way to any other, a declaration without a first value to one with it. */
    private static boolean isWeaker(ElfSymbol old, ElfSymbol added) {
        return old.isWeak() && !added.isWeak() || old.isCommon() && !added.isCommon() && !added.isWeak();
    }

    /** Keeps all sections of the units. */
    void keepEverything() throws LinkFailure {
        int units = inputs.size();
        do {
            forget();
            keepSections(inputs.subList(0, units));
            commons.values().forEach(variable -> variable.kept = true);
            followReferences();
        } while (overridden);
        checkResolved();
    }

    private void keepSections(List<Input> units) throws LinkFailure {
        for (Input input : units) {
            for (ElfSection section : input.elf.sections()) {
                if (Input.isLoaded(section) && section.size() > 0) {
                    keep(input, section.index());
                }
            }
        }
    }

    /** Keeps what these names stand for, and everything that it needs. */
    void keepRoots(Set<String> roots) throws LinkFailure {
        do {
            forget();
            for (String root : roots) {
                if (lookUp(root) == null) {
                    unresolved.add(new LinkProblem.Reference(root, "(root)", "", 0));
                }
            }
            followReferences();
        } while (overridden);
        checkResolved();
    }

    /** Begins anew, because a name has got another meaning than the one that sections were kept for. */
    private void forget() {
        overridden = false;
        unresolved.clear();
        inputs.forEach(input -> Arrays.fill(input.kept, null));
        commons.values().forEach(variable -> variable.kept = false);
    }

    private void followReferences() throws LinkFailure {
        while (!work.isEmpty()) {
            KeptSection section = work.remove();
            for (int i = 0; i < section.targets.length; i++) {
                section.targets[i] = resolve(section, section.relocations.get(i));
            }
        }
    }

    private void checkResolved() throws LinkFailure {
        if (!unresolved.isEmpty()) {
            throw new LinkFailure(new LinkProblem.Unresolved(unresolved));
        }
    }

    private Target resolve(KeptSection from, ElfRelocation relocation) throws LinkFailure {
        Input input = from.input;
        RelocationType type = typeOf(from, relocation);
        if (type.width() == 0) {
            return new Target.Ignored();
        }
        ElfSymbol symbol = input.elf.symbols().get(relocation.symbol());
        if (symbol.isLocal() || symbol.name().isEmpty()) {
            return localTarget(input, symbol);
        }
        Target target = lookUp(symbol.name());
        if (target != null) {
            return target;
        }
        if (!symbol.isWeak()) {
            unresolved.add(new LinkProblem.Reference(symbol.name(), input.elf.name(), from.section.name(),
                    relocation.offset()));
        }
        return new Target.Nothing();
    }

    private static RelocationType typeOf(KeptSection from, ElfRelocation relocation) throws LinkFailure {
        Optional<RelocationType> type = RelocationType.of(relocation.type());
        if (type.isEmpty()) {
            throw new LinkFailure(new LinkProblem.Unsupported(from.input.elf.name(),
                    "relocation %d in %s".formatted(relocation.type(), from.section.name())));
        }
        if (from.section.isZero() || relocation.offset() + type.get().width() > from.section.size()) {
            throw new ElfFormatException("%s: relocation at 0x%x lies outside of %s"
                    .formatted(from.input.elf.name(), relocation.offset(), from.section.name()));
        }
        return type.get();
    }

    private Target localTarget(Input input, ElfSymbol symbol) throws LinkFailure {
        if (symbol.isAbsolute()) {
            return new Target.Absolute(symbol.value());
        }
        if (symbol.isUndefined() || symbol.isCommon()) {
            return new Target.Absolute(0);
        }
        return new Target.InSection(keep(input, symbol.section()), symbol.offset(), symbol.isThumbFunction());
    }

    /** What a global name stands for, kept from now on; null if nobody defines it. */
    private Target lookUp(String name) throws LinkFailure {
        GlobalSymbol symbol = unitSymbols.get(name);
        if (symbol == null) {
            Integer address = definitions.get(name);
            if (address != null) {
                return new Target.Absolute(address);
            }
            symbol = librarySymbol(name);
        }
        if (symbol == null) {
            return null;
        }
        if (symbol.symbol.isCommon()) {
            CommonVariable variable = commons.get(name);
            variable.kept = true;
            return new Target.InCommon(variable);
        }
        return localTarget(symbol.input, symbol.symbol);
    }

    private GlobalSymbol librarySymbol(String name) {
        GlobalSymbol known = librarySymbols.get(name);
        if (known != null) {
            return known;
        }
        Optional<ObjectCode> definer = libraries.definer(name);
        if (definer.isEmpty() || !loaded.add(definer.get().elf())) {
            return null;
        }
        Input input = new Input(definer.get().elf(), inputs.size());
        inputs.add(input);
        for (ElfSymbol symbol : input.elf.symbols()) {
            if (symbol.isGlobalDefinition()) {
                defineInLibrary(new GlobalSymbol(input, symbol));
                if (symbol.isCommon()) {
                    commons.computeIfAbsent(symbol.name(), CommonVariable::new)
                            .widen(symbol.size(), symbol.value());
                }
            }
        }
        return librarySymbols.get(name);
    }

    /** The first definition counts, unless it is weak and this one is not. */
    private void defineInLibrary(GlobalSymbol added) {
        GlobalSymbol old = librarySymbols.putIfAbsent(added.symbol.name(), added);
        if (old != null && old.symbol.isWeak() && !added.symbol.isWeak()) {
            librarySymbols.put(added.symbol.name(), added);
            overridden = true;
        }
    }

    private KeptSection keep(Input input, int index) throws LinkFailure {
        KeptSection kept = input.kept[index];
        if (kept == null) {
            ElfSection section = input.elf.sections().get(index);
            if (!section.isAllocated()) {
                throw new LinkFailure(new LinkProblem.Unsupported(input.elf.name(),
                        "a reference to section " + section.name() + ", which takes no memory"));
            }
            kept = new KeptSection(input, section);
            input.kept[index] = kept;
            work.add(kept);
        }
        return kept;
    }
}
