package org.bluescript.language.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bluescript.language.shadow.ObjectLayout;
import org.bluescript.language.typed.Field;
import org.bluescript.language.typed.Method;
import org.bluescript.language.typed.TypedClass;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.Representation;

/** The layouts of all classes of a program: fields as nested C structs would lay them out, the superclass's first. */
public final class ClassLayouts {
    private final Map<ClassType, ClassLayout> layouts = new LinkedHashMap<>();
    private int nextId = 1;

    private ClassLayouts() {}

    public static ClassLayouts of(TypedProgram program) {
        Map<Optional<ClassType>, List<TypedClass>> subclasses = new HashMap<>();
        program.classes().values()
                .forEach(c -> subclasses.computeIfAbsent(c.superclass(), s -> new ArrayList<>()).add(c));
        ClassLayouts result = new ClassLayouts();
        result.addSubclassesOf(Optional.empty(), subclasses);
        return result;
    }

    public ClassLayout of(ClassType type) {
        return layouts.get(type);
    }

    /** Superclasses before subclasses. */
    public Iterable<ClassLayout> all() {
        return layouts.values();
    }

    private void addSubclassesOf(Optional<ClassType> superclass, Map<Optional<ClassType>, List<TypedClass>> subclasses) {
        for (TypedClass c : subclasses.getOrDefault(superclass, List.of())) {
            ClassLayout layout = layout(c, superclass.map(layouts::get), nextId++);
            layouts.put(c.type(), layout);
            addSubclassesOf(Optional.of(c.type()), subclasses);
            layouts.put(c.type(), withLastId(layout, nextId - 1));
        }
    }

    private static ClassLayout layout(TypedClass c, Optional<ClassLayout> superclass, int id) {
        Map<Field, Integer> offsets = new LinkedHashMap<>(superclass.map(ClassLayout::offsets).orElse(Map.of()));
        List<Integer> references = new ArrayList<>(superclass.map(ClassLayout::references).orElse(List.of(0)));
        List<Integer> tagged = new ArrayList<>(superclass.map(ClassLayout::tagged).orElse(List.of(0)));
        int end = superclass.map(ClassLayout::end).orElse(ObjectLayout.HEADER);
        for (Field field : c.fields()) {
            boolean isByte = field.type().representation() == Representation.BOOLEAN;
            int offset = isByte ? end : align(end);
            offsets.put(field, offset);
            end = offset + (isByte ? 1 : 4);
            if (field.type().isReference()) {
                mark(references, offset / 4 - 1);
            } else if (field.type().isTraced()) {
                mark(tagged, offset / 4 - 1);
            }
        }
        extend(references, tagged.size());
        extend(tagged, references.size());
        end = align(end);
        return new ClassLayout(
                c.type(), offsets, end, ObjectLayout.occupied(end), references, tagged, methods(c, superclass), id, id);
    }

    private static List<Method> methods(TypedClass c, Optional<ClassLayout> superclass) {
        Map<String, Method> table = new LinkedHashMap<>();
        superclass.ifPresent(s -> s.methods().forEach(m -> table.put(m.name(), m)));
        c.methods().forEach(m -> table.put(m.name(), m));
        return List.copyOf(table.values());
    }

    private static void mark(List<Integer> bitmap, int word) {
        extend(bitmap, word / 32 + 1);
        bitmap.set(word / 32, bitmap.get(word / 32) | 1 << word % 32);
    }

    private static void extend(List<Integer> bitmap, int words) {
        while (bitmap.size() < words) {
            bitmap.add(0);
        }
    }

    /** A nested struct of words is a multiple of 4 bytes. */
    private static int align(int offset) {
        return (offset + 3) & -4;
    }

    private static ClassLayout withLastId(ClassLayout l, int lastId) {
        return new ClassLayout(
                l.type(), l.offsets(), l.end(), l.size(), l.references(), l.tagged(), l.methods(), l.id(), lastId);
    }
}
