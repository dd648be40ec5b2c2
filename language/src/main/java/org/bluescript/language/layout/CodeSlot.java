package org.bluescript.language.layout;

import org.bluescript.language.shadow.Address;

/** A word of static data that must hold the address of code, once the code has one. */
public record CodeSlot(Address address, String symbol) {}
