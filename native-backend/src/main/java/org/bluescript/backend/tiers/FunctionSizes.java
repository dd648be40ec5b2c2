package org.bluescript.backend.tiers;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import org.bluescript.backend.emit.TryEmitter;
import org.bluescript.backend.link.LinkedImage;
import org.bluescript.backend.link.LinkedSymbol;
import org.bluescript.backend.link.SegmentKind;
import org.bluescript.language.layout.CodeNames;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedProgram;

/** How much of linked code each function has: its entries of all forms, and the parts that the C compiler has made of it. */
final class FunctionSizes {
    private FunctionSizes() {}

    static Map<FunctionId, Integer> of(TypedProgram program, CodeNames names, LinkedImage image) {
        Map<String, FunctionId> functions = new HashMap<>();
        for (FunctionId id : program.functions().keySet()) {
            names.entries(id).forEach(symbol -> functions.put(symbol, id));
        }
        Map<FunctionId, Integer> result = new TreeMap<>();
        for (LinkedSymbol symbol : image.symbols()) {
            FunctionId function = functions.get(base(symbol.name()));
            if (function != null && symbol.kind() == SegmentKind.CODE && symbol.thumb()) {
                result.merge(function, symbol.size(), Integer::sum);
            }
        }
        return result;
    }

    /** The C compiler calls its variants of a function {@code name.part.0} and the like. */
    private static String base(String symbol) {
        int dot = symbol.indexOf('.');
        return TryEmitter.functionOf(dot < 0 ? symbol : symbol.substring(0, dot));
    }
}
