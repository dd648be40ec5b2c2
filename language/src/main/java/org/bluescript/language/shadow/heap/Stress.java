package org.bluescript.language.shadow.heap;

/**
 * What a heap is put through to bring mistakes to light: the twin of the device's stress build ({@code BS_STRESS} in the
 * runtime's {@code heap.h}).
 *
 * @param poisons whether freed memory is overwritten, and no cell is taken in line
 * @param collects whether every allocation collects
 * @param failing the so-many-th allocation finds no room; 0 for none
 */
public record Stress(boolean poisons, boolean collects, int failing) {
    public static final Stress NONE = new Stress(false, false, 0);

    /** Nothing but overwritten memory. */
    public static final Stress POISONING = new Stress(true, false, 0);

    /** A collection at every allocation. */
    public static final Stress COLLECTING = new Stress(true, true, 0);

    /** The {@code n}-th allocation fails, from 1. */
    public static Stress failing(int n) {
        return new Stress(true, false, n);
    }
}
