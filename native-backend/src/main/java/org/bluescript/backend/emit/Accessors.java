package org.bluescript.backend.emit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.layout.ClassLayouts;
import org.bluescript.language.layout.CodeNames;
import org.bluescript.language.members.BuiltinMembers;
import org.bluescript.language.members.DynamicMembers;
import org.bluescript.language.members.MemberAccess;
import org.bluescript.language.members.Operands;
import org.bluescript.language.members.Resolution;
import org.bluescript.language.members.Resolver;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;

/**
 * The ways in which a program uses members of words: each has a C function, and perhaps a meaning that is so likely that it
 * is in line wherever the program uses it.
 */
final class Accessors {
    /** What an access most probably means, and the test whether it does. */
    record Likely(ClassTest test, Resolution meaning) {}

    private final DynamicMembers members;
    private final Resolver resolver;
    private final BuiltinMembers builtins;
    private final Map<MemberAccess, String> functions = new LinkedHashMap<>();
    private final Map<MemberAccess, Span> places = new LinkedHashMap<>();

    /** Those of a whole program. */
    static Accessors of(TypedProgram program, ClassLayouts layouts) {
        return new Accessors(program, DynamicMembers.of(program, layouts), program.functions().values());
    }

    /** Those of some functions of a program that grows. */
    static Accessors ofGrowing(TypedProgram program, ClassLayouts layouts, Collection<TypedFunction> users) {
        return new Accessors(program, DynamicMembers.ofGrowing(program, layouts), users);
    }

    private Accessors(TypedProgram program, DynamicMembers members, Collection<TypedFunction> users) {
        this.members = members;
        this.resolver = new Resolver(program);
        this.builtins = new BuiltinMembers(program);
        users.forEach(f -> TreeWalk.expressions(
                f.body(), e -> MemberAccess.of(e).ifPresent(a -> add(a, e.span()))));
    }

    private void add(MemberAccess access, Span span) {
        String kind = access.kind().name().toLowerCase(Locale.ROOT);
        String name = kind + functions.size() + "_" + CodeNames.identifier(access.name());
        functions.putIfAbsent(access, name);
        places.putIfAbsent(access, span);
    }

    Set<MemberAccess> all() {
        return functions.keySet();
    }

    /** The C name of the function for the access. */
    String function(MemberAccess access) {
        return functions.get(access);
    }

    /** Where the program uses the access first. */
    Span firstPlace(MemberAccess access) {
        return places.get(access);
    }

    /** The classes with instances that have the member. */
    List<DynamicMembers.Run> runs(MemberAccess access) {
        return members.of(access);
    }

    Resolution resolve(MemberAccess access, DynamicMembers.Run run, Operands operands) {
        return resolver.resolve(access, run.member(), operands);
    }

    /** The methods that arrays and strings have. */
    BuiltinMembers builtins() {
        return builtins;
    }

    /** What is in line; empty if there are several meanings, or none. */
    Optional<Likely> likely(MemberAccess access, Operands operands) {
        List<DynamicMembers.Run> runs = runs(access);
        if (runs.size() != 1) {
            return Optional.empty();
        }
        DynamicMembers.Run run = runs.getFirst();
        return Optional.of(resolve(access, run, operands))
                .filter(r -> r instanceof Resolution.Means || r instanceof Resolution.CallOf)
                .map(r -> new Likely(ClassTest.between(run.classes()), r));
    }
}
