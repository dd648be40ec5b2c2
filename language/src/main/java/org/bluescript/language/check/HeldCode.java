package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.bluescript.language.typed.Field;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedClass;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.Type;

/**
 * Functions that objects hold go on with what they were made of, and nobody checks them again. That is right as long as what they
 * use remains. A class keeps its identity when it is declared anew; so what such functions use of it must not have become
 * something else, and this finds where it has.
 */
final class HeldCode {
    private final Settled before;
    private final SessionStep step;
    private final Set<FunctionId> changed = new HashSet<>();
    private final Map<ClassType, TypedClass> classes = new HashMap<>();
    /** The classes that are no longer what they were to those who take them for something more general. */
    private final Set<ClassType> estranged = new HashSet<>();

    HeldCode(Settled before, SessionStep step) {
        this.before = before;
        this.step = step;
        step.functions().forEach((id, now) -> {
            TypedFunction old = before.functions.get(id);
            if (old != null && !signature(old).equals(signature(now))) {
                changed.add(id);
            }
        });
        step.program().classes().forEach((type, now) -> {
            TypedClass old = before.classes.get(type);
            if (old != null && !old.equals(now)) {
                classes.put(type, now);
                if (!generalizations(type, before.classes, before.implementers).stream()
                        .allMatch(generalizations(type, step.program().classes(), step.program().implementers())::contains)) {
                    estranged.add(type);
                }
            }
        });
    }

    private static List<Type> signature(TypedFunction function) {
        List<Type> result = new ArrayList<>();
        function.parameters().forEach(p -> result.add(p.type()));
        result.add(function.result());
        return result;
    }

    /** The classes above a class, and the interfaces that it and they implement. */
    private static Set<Type> generalizations(
            ClassType type, Map<ClassType, TypedClass> classes, Map<InterfaceType, List<ClassType>> implementers) {
        Set<Type> result = new LinkedHashSet<>();
        for (Optional<ClassType> c = Optional.of(type); c.isPresent(); c = classes.get(c.get()).superclass()) {
            ClassType above = c.get();
            result.add(above);
            implementers.forEach((i, all) -> {
                if (all.contains(above)) {
                    result.add(i);
                }
            });
        }
        return result;
    }

    /** What no longer goes with the line, of the functions that objects hold, and of those that they call. */
    Optional<Stale> stale(Supplier<Set<FunctionId>> held) {
        if (classes.isEmpty() && changed.isEmpty()) {
            return Optional.empty();
        }
        for (FunctionId root : held.get()) {
            Set<FunctionId> reached = new LinkedHashSet<>();
            List<FunctionId> open = new ArrayList<>(List.of(root));
            while (!open.isEmpty()) {
                TypedFunction function = before.functions.get(open.removeLast());
                boolean isChecked = function == null || step.functions().containsKey(function.id());
                if (isChecked || !reached.add(function.id())) {
                    continue;
                }
                Optional<Stale> found = staleIn(function, root);
                if (found.isPresent()) {
                    return found;
                }
                TreeWalk.expressions(function.body(), e -> SessionChecker.functionIn(e).ifPresent(open::add));
            }
        }
        return Optional.empty();
    }

    private Optional<Stale> staleIn(TypedFunction function, FunctionId root) {
        List<String> reasons = new ArrayList<>();
        function.captures().forEach(c -> addEstranged(c.type(), reasons));
        signature(function).forEach(t -> addEstranged(t, reasons));
        TreeWalk.expressions(function.body(), e -> {
            addEstranged(e.type(), reasons);
            used(e).ifPresent(reasons::add);
        });
        return reasons.stream().findFirst().map(r -> new Stale(root, function.span(), r));
    }

    private void addEstranged(Type type, List<String> reasons) {
        estranged.stream()
                .filter(TypeParts.classesIn(type)::contains)
                .findFirst()
                .ifPresent(c -> reasons.add("needs \"" + c + "\" to be what it was"));
    }

    /** What the expression uses that has become something else. */
    private Optional<String> used(TypedExpression e) {
        return switch (e) {
            case TypedExpression.FieldRead r -> lost(r.field());
            case TypedExpression.FieldWrite w -> lost(w.field());
            case TypedExpression.New n -> Optional.ofNullable(before.classes.get(n.type()))
                    .filter(c -> classes.containsKey(n.type()) && isOther(c))
                    .map(c -> "makes instances of \"" + n.type() + "\" as it was");
            case TypedExpression.MethodCall c -> Optional.ofNullable(classes.get(c.method().owner()))
                    .filter(now -> now.methods().stream().noneMatch(
                            m -> m.name().equals(c.method().name()) && m.type().equals(c.method().type())))
                    .map(now -> "calls the method \"" + c.method().name() + "\" of \"" + now.type() + "\" as it was");
            default -> SessionChecker.functionIn(e).filter(changed::contains).map(id -> "uses \"" + id.name() + "\" as it was");
        };
    }

    private Optional<String> lost(Field field) {
        return Optional.ofNullable(classes.get(field.owner()))
                .filter(now -> now.fields().stream().noneMatch(f -> f.name().equals(field.name()) && f.type().equals(field.type())))
                .map(now -> "uses the property \"" + field.name() + "\" of \"" + field.owner() + "\" as it was");
    }

    /** Whether the class is made by another constructor. */
    private boolean isOther(TypedClass old) {
        FunctionId now = classes.get(old.type()).constructor();
        TypedFunction made = step.program().functions().get(now);
        TypedFunction former = before.functions.get(old.constructor());
        return former == null || made == null || !Objects.equals(signature(former), signature(made));
    }
}
