package org.bluescript.language.machine;

import java.util.List;
import java.util.Map;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ReadOnlyMemory;
import org.bluescript.language.shadow.Region;

/**
 * The memory of a board, as a program finds it.
 *
 * @param program where static data, code and objects may lie
 * @param firmware the addresses of the firmware's symbols: built-in class records and strings, {@code bs_heap}
 * @param flash constants in flash
 */
public record BoardMemory(Region program, Map<String, Address> firmware, List<ReadOnlyMemory> flash) {}
