package org.bluescript.language.layout;

import java.util.List;
import java.util.Map;

import org.bluescript.language.typed.Field;
import org.bluescript.language.typed.Method;
import org.bluescript.language.types.ClassType;

/**
 * How instances of a class lie in memory.
 *
 * @param offsets bytes from the start of an instance, for own and inherited fields
 * @param end bytes of the fields and the header, before rounding; where a subclass's fields begin after alignment
 * @param size bytes that an instance occupies
 * @param references bitmap words: bit {@code i} of word {@code w}: word {@code 32 w + i + 1} of an instance is a reference
 * @param tagged bitmap words, as many as of {@code references}, of the words of type {@code any}
 * @param methods the method table: for each slot the method that instances of exactly this class run
 * @param id preorder number in the forest of classes, from 1
 * @param lastId the greatest id among this class and its subclasses
 */
public record ClassLayout(
        ClassType type,
        Map<Field, Integer> offsets,
        int end,
        int size,
        List<Integer> references,
        List<Integer> tagged,
        List<Method> methods,
        int id,
        int lastId) {
    /** The index of a method's slot; every class below its declaration has it at the same place. */
    public int slot(String method) {
        for (int i = 0; i < methods.size(); i++) {
            if (methods.get(i).name().equals(method)) {
                return i;
            }
        }
        throw new IllegalArgumentException("class " + type + " has no method " + method);
    }
}
