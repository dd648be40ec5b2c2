package org.bluescript.language.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bluescript.language.interpreter.SessionProgram;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.shadow.ObjectLayout;

/**
 * The objects in memory, counted.
 *
 * @param kinds most bytes first
 * @param used bytes of the heap that are not free, the session's own data among them
 */
public record HeapCensus(List<Kind> kinds, int used, int free) {
    /** Objects of one kind: of a class, or arrays of one type. */
    public record Kind(String name, int objects, int bytes) {}

    static HeapCensus of(SessionProgram program) {
        HostMachine machine = program.machine();
        Map<String, int[]> counted = new HashMap<>();
        machine.measureObjects((object, record, bytes) -> {
            boolean isOwn = program.memory().keeps(object);
            String name = isOwn ? "(program)" : machine.strings().text(machine.word(record + ObjectLayout.CLASS_NAME_OFFSET));
            int[] sums = counted.computeIfAbsent(name, n -> new int[2]);
            sums[0]++;
            sums[1] += bytes;
        });
        List<Kind> kinds = new ArrayList<>();
        counted.forEach((name, sums) -> kinds.add(new Kind(name, sums[0], sums[1])));
        kinds.sort(Comparator.comparingInt(Kind::bytes).reversed().thenComparing(Kind::name));
        return new HeapCensus(List.copyOf(kinds), machine.usedBytes(), machine.freeBytes());
    }
}
