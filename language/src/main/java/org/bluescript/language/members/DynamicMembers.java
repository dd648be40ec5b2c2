package org.bluescript.language.members;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.layout.ClassLayout;
import org.bluescript.language.layout.ClassLayouts;
import org.bluescript.language.typed.ErrorClasses;
import org.bluescript.language.typed.Method;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedClass;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.ClassType;

/** What the instances of a program's classes have under a name. Only classes of which there are instances count:
 * those that the program makes, and the errors that the machine does. */
public final class DynamicMembers {
    /**
     * Classes that have the same member.
     *
     * @param classes in ascending order of their numbers; no class whose number lies between theirs has instances and
     *     another member of the name, or none
     */
    public record Run(Member member, List<ClassLayout> classes) {
        public int firstId() {
            return classes.getFirst().id();
        }

        public int lastId() {
            return classes.getLast().id();
        }
    }

    private record Use(MemberAccess.Kind kind, String name) {}

    private final TypedProgram program;
    private final List<ClassLayout> made;
    private final Map<Use, List<Run>> known = new HashMap<>();

    private DynamicMembers(TypedProgram program, List<ClassLayout> made) {
        this.program = program;
        this.made = made;
    }

    public static DynamicMembers of(TypedProgram program, ClassLayouts layouts) {
        Set<ClassType> instances = new HashSet<>(ErrorClasses.ALL);
        program.functions().values().forEach(f -> TreeWalk.expressions(f.body(), e -> {
            if (e instanceof TypedExpression.New n) {
                instances.add(n.type());
            }
        }));
        List<ClassLayout> made = new ArrayList<>();
        layouts.all().forEach(c -> {
            if (instances.contains(c.type())) {
                made.add(c);
            }
        });
        made.sort(Comparator.comparingInt(ClassLayout::id));
        return new DynamicMembers(program, made);
    }

    /** The same for a program that grows: all classes count, for it may yet make instances of them. */
    public static DynamicMembers ofGrowing(TypedProgram program, ClassLayouts layouts) {
        List<ClassLayout> all = new ArrayList<>();
        layouts.all().forEach(all::add);
        all.sort(Comparator.comparingInt(ClassLayout::id));
        return new DynamicMembers(program, all);
    }

    /** The classes for which the access means something, in ascending order of their numbers. */
    public List<Run> of(MemberAccess access) {
        return known.computeIfAbsent(new Use(access.kind(), access.name()), this::runs);
    }

    /** What the access leads to in instances of exactly this class. */
    public Optional<Member> find(ClassType type, MemberAccess access) {
        return find(type, new Use(access.kind(), access.name()));
    }

    private Optional<Member> find(ClassType type, Use use) {
        Optional<ClassType> c = Optional.of(type);
        while (c.isPresent()) {
            TypedClass definition = program.classes().get(c.get());
            Optional<Member> own = own(definition, use);
            if (own.isPresent()) {
                return own;
            }
            c = definition.superclass();
        }
        return Optional.empty();
    }

    private static Optional<Member> own(TypedClass definition, Use use) {
        Optional<Member> property = definition.fields().stream()
                .filter(f -> f.name().equals(use.name()))
                .filter(f -> use.kind() != MemberAccess.Kind.WRITE || !f.isReadonly())
                .<Member>map(Member.Property::new)
                .findFirst();
        return property.or(() -> switch (use.kind()) {
            case READ -> method(definition, "get " + use.name()).map(Member.Getter::new);
            case WRITE -> method(definition, "set " + use.name()).map(Member.Setter::new);
            case CALL ->
                method(definition, use.name())
                        .<Member>map(Member.Callable::new)
                        .or(() -> method(definition, "get " + use.name()).map(Member.Getter::new));
        });
    }

    private static Optional<Method> method(TypedClass definition, String name) {
        return definition.methods().stream().filter(m -> m.name().equals(name)).findFirst();
    }

    private List<Run> runs(Use use) {
        List<Run> result = new ArrayList<>();
        Optional<Member> current = Optional.empty();
        List<ClassLayout> classes = new ArrayList<>();
        for (ClassLayout c : made) {
            Optional<Member> member = find(c.type(), use);
            if (!member.equals(current)) {
                addRun(current, classes, result);
                classes = new ArrayList<>();
                current = member;
            }
            classes.add(c);
        }
        addRun(current, classes, result);
        return List.copyOf(result);
    }

    private static void addRun(Optional<Member> member, List<ClassLayout> classes, List<Run> to) {
        member.ifPresent(m -> to.add(new Run(m, List.copyOf(classes))));
    }
}
