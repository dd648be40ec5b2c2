package org.bluescript.language.nodes;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.typed.Builtin;

/** A built-in function that is about the machine: time, random numbers, memory. */
public final class MachineFunctionNode extends ExpressionNode {
    private final HostMachine machine;
    private final Builtin function;
    @Child private ExpressionNode argument;

    /** @param argument null for functions without one */
    public MachineFunctionNode(HostMachine machine, Builtin function, ExpressionNode argument) {
        this.machine = machine;
        this.function = function;
        this.argument = argument;
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        return switch (function) {
            case TIME_NOW -> (int) (machine.micros() / 1000);
            case TIME_MICROS -> (int) machine.micros();
            case MEMORY_FREE -> machine.freeBytes();
            case MEMORY_USED -> machine.usedBytes();
            default -> throw new IllegalStateException(function + " gives no integer");
        };
    }

    @Override
    public float executeFloat(VirtualFrame frame) {
        return machine.nextRandom();
    }

    @Override
    public void executeVoid(VirtualFrame frame) {
        if (function == Builtin.GC) {
            machine.collect();
        } else {
            delay(argument.executeInteger(frame));
        }
    }

    @TruffleBoundary
    private void delay(int milliseconds) {
        if (milliseconds > 0) {
            long end = machine.micros() + 1000L * milliseconds;
            if (getRootNode().getLanguageInfo() == null) {
                sleepUninterrupted(end);
            } else {
                TruffleSafepoint.setBlockedThreadInterruptible(this, until -> sleepUntil(until), end);
            }
        }
    }

    /** Without a context, where there are no safepoints. */
    private void sleepUninterrupted(long end) {
        try {
            sleepUntil(end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sleepUntil(long end) throws InterruptedException {
        for (long left = end - machine.micros(); left > 0; left = end - machine.micros()) {
            Thread.sleep(left / 1000, (int) (left % 1000) * 1000);
        }
    }
}
