package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.bluescript.language.machine.HostMachine;

/** The error of asking a word for a member that it does not have, or of calling one that is no function. */
public final class UnresolvedNode extends ExpressionNode {
    private final HostMachine machine;
    private final int slot;
    private final String member;

    private UnresolvedNode(HostMachine machine, int slot, String member) {
        this.machine = machine;
        this.slot = slot;
        this.member = member;
    }

    /** @param slot where the word is */
    public static UnresolvedNode member(HostMachine machine, int slot, String name) {
        return new UnresolvedNode(machine, slot, name);
    }

    public static UnresolvedNode call(HostMachine machine, int slot) {
        return new UnresolvedNode(machine, slot, null);
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        int word = frame.getIntStatic(slot);
        throw member == null ? machine.words().notCallable(word, this) : machine.words().noMember(word, member, this);
    }
}
