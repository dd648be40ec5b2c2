package org.bluescript.cli.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bluescript.backend.NativeProgram;
import org.bluescript.backend.link.LinkedSymbol;
import org.bluescript.backend.link.SegmentKind;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.HeapPlan;

/** Where everything of a compiled program lies: a line a symbol, in the order of addresses. */
public final class MemoryListing {
    private record Line(Address address, int size, String kind, String name) {}

    private MemoryListing() {}

    public static String of(NativeProgram program) {
        List<Line> lines = new ArrayList<>();
        var data = program.layout().region();
        lines.add(new Line(data.base(), data.size(), "data", "(constants, classes and globals)"));
        for (Map.Entry<String, Address> symbol : program.layout().symbols().entrySet()) {
            if (data.contains(symbol.getValue(), 1)) {
                lines.add(new Line(symbol.getValue(), 0, "data", "  " + symbol.getKey()));
            }
        }
        for (LinkedSymbol symbol : program.image().symbols()) {
            String kind = symbol.kind() == SegmentKind.CODE ? "code" : "variable";
            lines.add(new Line(Address.of(symbol.value() & ~1), symbol.size(), kind, symbol.name()));
        }
        HeapPlan heap = program.patch().heap();
        lines.add(new Line(heap.starts(), heap.heap().base().minus(heap.starts()), "heap", "(where cells begin)"));
        lines.add(new Line(heap.heap().base(), heap.heap().size(), "heap", "(cells)"));
        lines.sort(Comparator.comparing(Line::address));
        StringBuilder text = new StringBuilder("address      bytes  kind      name\n");
        for (Line line : lines) {
            String size = line.size() == 0 ? "" : Integer.toString(line.size());
            text.append("%s %7s  %-8s  %s%n".formatted(line.address(), size, line.kind(), line.name()));
        }
        return text.toString();
    }
}
