package org.bluescript.backend.debug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bluescript.backend.elf.ByteCursor;
import org.bluescript.backend.elf.Bytes;
import org.bluescript.backend.elf.ElfFormatException;

/** One table of {@code .debug_abbrev}: the shapes that the entries of a unit have (DWARF 5, 7.5.3). */
final class Abbreviations {
    /** The shape of an entry: its kind, whether entries inside of it follow, its attributes. */
    record Shape(int tag, boolean hasChildren, List<Attribute> attributes) {}

    record Attribute(int name, int form, long implicit) {}

    private final Map<Long, Shape> shapes = new HashMap<>();

    Abbreviations(Bytes section, long offset) {
        ByteCursor in = new ByteCursor(section, offset);
        for (long code = in.uleb(); code != 0; code = in.uleb()) {
            int tag = (int) in.uleb();
            boolean hasChildren = in.u8() != 0;
            shapes.putIfAbsent(code, new Shape(tag, hasChildren, readAttributes(in)));
        }
    }

    private static List<Attribute> readAttributes(ByteCursor in) {
        List<Attribute> attributes = new ArrayList<>();
        while (true) {
            int name = (int) in.uleb();
            int form = (int) in.uleb();
            long implicit = form == Form.IMPLICIT_CONST ? in.sleb() : 0;
            if (name == 0 && form == 0) {
                return attributes;
            }
            attributes.add(new Attribute(name, form, implicit));
        }
    }

    Shape shape(long code) {
        Shape shape = shapes.get(code);
        if (shape == null) {
            throw new ElfFormatException("no abbreviation %d".formatted(code));
        }
        return shape;
    }
}
