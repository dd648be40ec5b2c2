package org.bluescript.language.shadow;

/** Bytes and where they belong. The array is not copied. */
public record Stretch(Address address, byte[] bytes) {
    public Region region() {
        return new Region(address, bytes.length);
    }
}
