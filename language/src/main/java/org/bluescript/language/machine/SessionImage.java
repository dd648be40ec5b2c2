package org.bluescript.language.machine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bluescript.language.layout.SessionRoom;

/**
 * The memory of a session.
 *
 * @param machine tells machines apart whose memory is not the same: by its place, and by the places of built-in objects
 * @param kept by the address that was given out, the cell and the word of a keeper that keeps it
 * @param slots the words of keepers that hold nothing
 * @param random the state of the random numbers
 */
public record SessionImage(
        int machine,
        byte[] program,
        byte[] control,
        int random,
        int keepers,
        Map<Integer, List<Integer>> kept,
        Set<Integer> slots,
        Map<SessionRoom.Variable, Set<Integer>> blocks,
        Map<SessionRoom.Variable, Set<Integer>> free) {}
