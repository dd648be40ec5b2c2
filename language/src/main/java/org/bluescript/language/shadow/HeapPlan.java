package org.bluescript.language.shadow;

/**
 * Where a program's heap lies and what it starts from.
 *
 * @param heap the cells; base and size are multiples of 8
 * @param starts the bitmap of cell starts, outside the heap
 * @param roots the table of global reference variables, which ends with a range of count 0
 */
public record HeapPlan(Region heap, Address starts, Address roots) {}
