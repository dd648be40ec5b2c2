package org.bluescript.language.shadow.heap;

/** What the host keeps alive beside the program's global variables: the references that its own stack and tables hold. */
@FunctionalInterface
public interface HostRoots {
    /** For a host that holds nothing. */
    HostRoots NONE = visitor -> { };

    /** Shows every root, in any order and as often as it likes. Must not allocate. */
    void visit(Visitor visitor);

    /** To whom roots are shown. */
    interface Visitor {
        /** The address of an object; anything outside the heap, 0 included, is ignored. */
        void reference(int address);

        /** A word of type {@code any}. */
        void tagged(int word);

        /**
         * A word of a stopped program's stack or registers: an address in an object or one past its end, which keeps it
         * alive, or anything else.
         */
        void conservative(int word);
    }
}
