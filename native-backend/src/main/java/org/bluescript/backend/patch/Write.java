package org.bluescript.backend.patch;

import org.bluescript.language.shadow.Address;

/** Bytes for an address. The array is the reader's to read only. */
public record Write(Address address, byte[] bytes) {}
