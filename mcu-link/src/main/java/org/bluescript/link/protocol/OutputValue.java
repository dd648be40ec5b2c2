package org.bluescript.link.protocol;

import java.util.ArrayList;
import java.util.List;

/**
 * A printed value, unformatted.
 *
 * <p>{@code glued} values are followed by the next without a space between. A long text comes as several
 * glued pieces, cut at any byte, in the middle of a character too; hence bytes, not strings.
 */
public sealed interface OutputValue {
    boolean glued();

    record IntegerValue(int value, boolean glued) implements OutputValue {}

    record FloatValue(float value, boolean glued) implements OutputValue {}

    record BooleanValue(boolean value, boolean glued) implements OutputValue {}

    record NullValue(boolean glued) implements OutputValue {}

    /** UTF-8, perhaps only a part of a character at either end, perhaps none at all. Not copied. */
    record TextValue(byte[] utf8, boolean glued) implements OutputValue {}

    /** Reads values to the end of a message. */
    static List<OutputValue> decodeAll(MessageReader reader) throws MalformedMessage {
        List<OutputValue> values = new ArrayList<>();
        while (reader.hasMore()) {
            values.add(decode(reader));
        }
        return values;
    }

    private static OutputValue decode(MessageReader reader) throws MalformedMessage {
        int tag = reader.u8();
        boolean glued = (tag & ProtocolNumbers.VALUE_GLUED) != 0;
        return switch (tag & ~ProtocolNumbers.VALUE_GLUED) {
            case ProtocolNumbers.VALUE_INTEGER -> new IntegerValue(reader.u32(), glued);
            case ProtocolNumbers.VALUE_FLOAT -> new FloatValue(Float.intBitsToFloat(reader.u32()), glued);
            case ProtocolNumbers.VALUE_FALSE -> new BooleanValue(false, glued);
            case ProtocolNumbers.VALUE_TRUE -> new BooleanValue(true, glued);
            case ProtocolNumbers.VALUE_NULL -> new NullValue(glued);
            case ProtocolNumbers.VALUE_TEXT -> new TextValue(reader.bytes(reader.u8()), glued);
            default -> throw reader.malformed("value tag 0x%02x is unknown".formatted(tag));
        };
    }
}
