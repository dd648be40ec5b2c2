package org.bluescript.language.interpreter;

import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.FrameSlotKind;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bluescript.language.machine.RootStack;
import org.bluescript.language.nodes.ExpressionNode;
import org.bluescript.language.nodes.LocalPlaces;
import org.bluescript.language.nodes.RootedNode;
import org.bluescript.language.nodes.RootedWordNode;
import org.bluescript.language.typed.Local;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * The frame of one function as it is being translated: a static slot for each local, one for the running closure, one for the
 * beginning of the function's stretch of the root stack; and the places in that stretch.
 */
final class FunctionFrame implements LocalPlaces {
    private final FrameDescriptor.Builder descriptor = FrameDescriptor.newBuilder();
    private final Map<Local, Integer> slots = new IdentityHashMap<>();
    private final Map<Local, Integer> rootsOfLocals = new IdentityHashMap<>();
    private final Map<Local, Local> adapted = new IdentityHashMap<>();
    private final RootStack roots;
    private final boolean mayAllocate;
    private final int baseSlot;
    private final int closureSlot;
    private int rootCount;
    /** Whether the frame is complete. What is translated later uses its locals, and only they keep objects alive. */
    private boolean closed;

    /** @param mayAllocate whether the function needs roots at all */
    FunctionFrame(RootStack roots, boolean mayAllocate) {
        this.roots = roots;
        this.mayAllocate = mayAllocate;
        this.baseSlot = addSlot();
        this.closureSlot = addSlot();
    }

    @Override
    public int slot(Local local) {
        if (closed && !slots.containsKey(local)) {
            throw new IllegalStateException("no slot for " + local);
        }
        return slots.computeIfAbsent(local, l -> addSlot());
    }

    /** Whether the local has a slot already. */
    boolean has(Local local) {
        return slots.containsKey(local);
    }

    @Override
    public OptionalInt root(Local local) {
        Integer index = rootsOfLocals.get(local);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** Takes a slot and a place among the roots for a local before it is translated. */
    void reserve(Local local) {
        slot(local);
        if (mayAllocate && local.type().isTraced()) {
            rootsOfLocals.computeIfAbsent(local, l -> newRoot());
        }
    }

    /**
     * Takes a place for what the word becomes if it is a function that is made to fit: code that is translated later can keep a new
     * object alive nowhere else.
     */
    void reserveAdapted(Local word) {
        Local local = new Local("adapted", PrimitiveType.ANY);
        reserve(local);
        adapted.put(word, local);
    }

    /** The place taken by {@link #reserveAdapted}. */
    Optional<Local> adapted(Local word) {
        return Optional.ofNullable(adapted.get(word));
    }

    @Override
    public int closureSlot() {
        return closureSlot;
    }

    @Override
    public int baseSlot() {
        return baseSlot;
    }

    /** A place that nothing else uses. */
    int newRoot() {
        return rootCount++;
    }

    /** The reference, noted as a root if the function needs any and is not complete yet. */
    ExpressionNode rooted(ExpressionNode reference) {
        return mayAllocate && !closed ? new RootedNode(roots, baseSlot, newRoot(), reference) : reference;
    }

    /** The same for a value of any type. */
    ExpressionNode rooted(Type type, ExpressionNode value) {
        return mayAllocate && !closed && type.isTraced() ? root(type, newRoot(), value) : value;
    }

    /** The same for a value of a local. */
    ExpressionNode rootedIn(Local local, ExpressionNode value) {
        boolean needed = mayAllocate && local.type().isTraced();
        return needed ? root(local.type(), rootOf(local), value) : value;
    }

    /** The same for the reference to the cell of a local. */
    ExpressionNode cellRootedIn(Local local, ExpressionNode cell) {
        return mayAllocate ? new RootedNode(roots, baseSlot, rootOf(local), cell) : cell;
    }

    private ExpressionNode root(Type type, int index, ExpressionNode value) {
        return type.isReference()
                ? new RootedNode(roots, baseSlot, index, value)
                : new RootedWordNode(roots, baseSlot, index, value);
    }

    private int rootOf(Local local) {
        return rootsOfLocals.computeIfAbsent(local, l -> newRoot());
    }

    int rootCount() {
        return rootCount;
    }

    /** The frame, to which nothing is added from now on. */
    FrameDescriptor descriptor() {
        closed = true;
        return descriptor.build();
    }

    private int addSlot() {
        return descriptor.addSlot(FrameSlotKind.Static, null, null);
    }
}
