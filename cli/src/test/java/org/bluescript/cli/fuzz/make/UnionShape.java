package org.bluescript.cli.fuzz.make;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A generated union, as its users see it. Its types can be told apart in the order in which they stand here.
 *
 * @param alias what it is called; empty if its types are written out
 */
record UnionShape(Optional<String> alias, List<ValueType> types) {
    String name() {
        return alias.orElseGet(this::ownText);
    }

    String ownText() {
        return types.stream().map(ValueType::part).collect(Collectors.joining(" | "));
    }

    /** Whether a property tells which of the types a value is of. */
    boolean isDiscriminated() {
        return types.stream().allMatch(t -> t instanceof ValueType.ObjectOf(InterfaceShape i) && i.tag().isPresent());
    }
}
