package org.bluescript.backend.tiers;

import java.util.Map;
import java.util.TreeMap;

import org.bluescript.backend.emit.Share;
import org.bluescript.backend.link.LinkedImage;
import org.bluescript.language.layout.CodeNames;
import org.bluescript.language.typed.FunctionId;

/** The entries for the host in linked code. */
final class CalledEntries {
    private CalledEntries() {}

    static Map<FunctionId, Integer> of(Share share, CodeNames names, LinkedImage image) {
        Map<String, Integer> symbols = image.globals();
        Map<FunctionId, Integer> result = new TreeMap<>();
        for (FunctionId function : share.called()) {
            Integer entry = symbols.get(names.remote(function));
            if (entry != null) {
                result.put(function, entry);
            }
        }
        return result;
    }
}
