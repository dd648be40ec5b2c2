package org.bluescript.backend.optimize;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedModule;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.typed.Variable;

/** Globals that no function but their module's top level uses: nobody can see that they are kept in registers. */
public final class PrivateGlobals {
    private PrivateGlobals() {}

    /** All of the program. */
    public static Set<Global> of(TypedProgram program) {
        Map<Global, Set<FunctionId>> users = new HashMap<>();
        for (TypedFunction function : program.functions().values()) {
            TreeWalk.expressions(function.body(), e -> useOf(e, users, function.id()));
        }
        Set<Global> result = new LinkedHashSet<>();
        for (TypedModule module : program.modules()) {
            for (Global global : module.globals()) {
                boolean inCode = module.code().stream()
                        .flatMap(c -> c.gaps().stream())
                        .anyMatch(g -> g instanceof TypedExpression.Read r && r.variable().equals(global));
                if (!inCode && users.getOrDefault(global, Set.of()).equals(Set.of(module.topLevel()))) {
                    result.add(global);
                }
            }
        }
        return result;
    }

    /** Those that are not used in the body of a {@code try} statement, which is a function of its own in C. */
    public static Set<Global> outsideTry(TypedProgram program) {
        Set<Global> result = of(program);
        result.removeAll(usedInGuardedBodies(program));
        return result;
    }

    private static Set<Global> usedInGuardedBodies(TypedProgram program) {
        Map<Global, Set<FunctionId>> users = new HashMap<>();
        for (TypedModule module : program.modules()) {
            TreeWalk.statements(program.functions().get(module.topLevel()).body(), s -> {
                if (s instanceof TypedStatement.TryCatch guarded) {
                    TreeWalk.expressions(guarded.body(), e -> useOf(e, users, module.topLevel()));
                }
            });
        }
        return users.keySet();
    }

    private static void useOf(TypedExpression expression, Map<Global, Set<FunctionId>> users, FunctionId user) {
        switch (expression) {
            case TypedExpression.Read read -> use(users, read.variable(), user);
            case TypedExpression.Write write -> use(users, write.variable(), user);
            default -> {}
        }
    }

    private static void use(Map<Global, Set<FunctionId>> users, Variable variable, FunctionId user) {
        if (variable instanceof Global global) {
            users.computeIfAbsent(global, g -> new HashSet<>()).add(user);
        }
    }
}
