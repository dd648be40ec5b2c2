package org.bluescript.language.shadow.heap;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.ObjectLayout.Element;

/**
 * Where the firmware has what the heap itself refers to.
 *
 * @param string the class of strings
 * @param arrays by element, the class of inline arrays, of which growable arrays' elements are
 * @param emptyString the one string of length 0
 */
public record BuiltInClasses(Address string, Map<Element, Address> arrays, Address emptyString) {
    public BuiltInClasses {
        arrays = Map.copyOf(arrays);
    }

    /** From the firmware's symbols. It has no records of typed arrays but {@code Uint8Array}: the host lays them out. */
    public static BuiltInClasses of(Map<String, Address> symbols) {
        Map<Element, Address> arrays = new EnumMap<>(Element.class);
        for (Element element : Element.values()) {
            String name = "bs_class_array_" + element.name().toLowerCase(Locale.ROOT);
            if (element.compareTo(Element.UINT8) > 0) {
                Optional.ofNullable(symbols.get(name)).ifPresent(address -> arrays.put(element, address));
            } else if (element != Element.NONE) {
                arrays.put(element, find(symbols, name));
            }
        }
        return new BuiltInClasses(find(symbols, "bs_class_string"), arrays, find(symbols, "bs_string_empty"));
    }

    private static Address find(Map<String, Address> symbols, String name) {
        return Optional.ofNullable(symbols.get(name))
                .orElseThrow(() -> new IllegalArgumentException("the firmware has no " + name));
    }
}
