package org.bluescript.link;

/** A stretch of the device's memory; both unsigned. */
public record MemoryRange(int address, int length) {}
