package org.bluescript.backend.link;

import java.util.List;
import java.util.stream.Collectors;

/** Why objects could not be linked: a closed list. */
public sealed interface LinkProblem {
    /** A sentence for the user. */
    String message();

    /** A place in an object that refers to a symbol: {@code offset} bytes into a section. */
    record Reference(String symbol, String object, String section, int offset) {}

    /** Symbols that neither the objects nor the definitions nor the libraries define. */
    record Unresolved(List<Reference> references) implements LinkProblem {
        public Unresolved {
            references = List.copyOf(references);
        }

        @Override
        public String message() {
            return "undefined: " + references.stream().map(Reference::symbol).distinct()
                    .collect(Collectors.joining(", "));
        }
    }

    /** Two objects define the same symbol. */
    record Duplicate(String symbol, String first, String second) implements LinkProblem {
        @Override
        public String message() {
            return "%s is defined both in %s and in %s".formatted(symbol, first, second);
        }
    }

    /** A branch or a small relocation does not reach its target. */
    record OutOfRange(Reference from, RelocationType type, int place, int target) implements LinkProblem {
        @Override
        public String message() {
            return "%s: %s at 0x%08x does not reach %s at 0x%08x"
                    .formatted(from.object(), type, place, from.symbol(), target);
        }
    }

    /** An object holds something that this linker does not do. */
    record Unsupported(String object, String what) implements LinkProblem {
        @Override
        public String message() {
            return object + ": " + what + " is not supported";
        }
    }

    /** A segment was given an address that it cannot have. */
    record Misplaced(SegmentKind kind, int address, String why) implements LinkProblem {
        @Override
        public String message() {
            return "the %s segment cannot lie at 0x%08x: %s".formatted(kind, address, why);
        }
    }
}
