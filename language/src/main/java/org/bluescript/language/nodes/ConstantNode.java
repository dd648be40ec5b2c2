package org.bluescript.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;

/** A constant: its bit pattern, which for strings is their address. */
public final class ConstantNode extends ExpressionNode {
    private final int bits;

    private ConstantNode(int bits) {
        this.bits = bits;
    }

    public static ConstantNode of(int value) {
        return new ConstantNode(value);
    }

    public static ConstantNode of(float value) {
        return new ConstantNode(Float.floatToRawIntBits(value));
    }

    public static ConstantNode of(boolean value) {
        return new ConstantNode(value ? 1 : 0);
    }

    @Override
    public int executeInteger(VirtualFrame frame) {
        return bits;
    }

    @Override
    public float executeFloat(VirtualFrame frame) {
        return Float.intBitsToFloat(bits);
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        return bits != 0;
    }
}
