package org.bluescript.backend.emit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.bluescript.language.typed.Capture;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.typed.TypedStatement.Target;
import org.bluescript.language.typed.Variable;

/**
 * The body of a {@code try}, which is a function of its own in C: what it shares with the function around it.
 *
 * <p>Both know a struct. The function around copies into it what the body reads, and back what the body writes, whatever ended the
 * body: so its own variables stay in registers, and those of the body are in memory where an error may need them.
 */
final class GuardedBody {
    private final String name;
    private final TypedStatement.TryCatch statement;
    private final Set<Local> declared = identitySet();
    private final Set<Target> targets = identitySet();
    private final List<Local> taken = new ArrayList<>();
    private final Set<Local> written = identitySet();
    private final List<TypedStatement> exits = new ArrayList<>();
    private boolean usesCaptures;

    private GuardedBody(String name, TypedStatement.TryCatch statement) {
        this.name = name;
        this.statement = statement;
        TreeWalk.statements(statement.body(), this::noteDeclarations);
        TreeWalk.expressions(statement.body(), this::noteTemporaries);
        TreeWalk.statements(statement.body(), this::noteUses);
        TreeWalk.expressions(statement.body(), this::noteUses);
    }

    /** @param name of the function and of the struct */
    static GuardedBody of(String name, TypedStatement.TryCatch statement) {
        return new GuardedBody(name, statement);
    }

    String name() {
        return name;
    }

    String struct() {
        return "struct " + name;
    }

    TypedStatement.TryCatch statement() {
        return statement;
    }

    /** Variables of the function around that the body uses. */
    List<Local> taken() {
        return taken;
    }

    /** Whether the body may write the variable, one of {@link #taken}; for a shared one, whether it may move it to another cell. */
    boolean isWritten(Local local) {
        return written.contains(local);
    }

    /** Whether the body reads what the closure, whose code the function around is, has captured. */
    boolean usesCaptures() {
        return usesCaptures;
    }

    /** Whether a jump to the target stays in the body. */
    boolean contains(Target target) {
        return targets.contains(target);
    }

    /** The number, from 1, by which the body says that it wants this jump or return done. */
    int exit(TypedStatement jump) {
        for (int i = 0; i < exits.size(); i++) {
            if (isSame(exits.get(i), jump)) {
                return i + 1;
            }
        }
        exits.add(jump);
        return exits.size();
    }

    /** The jumps and returns that leave the body, in the order of their numbers; complete when the body has been emitted. */
    List<TypedStatement> exits() {
        return exits;
    }

    private static boolean isSame(TypedStatement a, TypedStatement b) {
        return switch (a) {
            case TypedStatement.Break x -> b instanceof TypedStatement.Break y && x.target() == y.target();
            case TypedStatement.Continue x -> b instanceof TypedStatement.Continue y && x.target() == y.target();
            case TypedStatement.Return x -> b instanceof TypedStatement.Return;
            default -> throw new IllegalArgumentException("no jump: " + a);
        };
    }

    private void noteDeclarations(TypedStatement statement) {
        switch (statement) {
            case TypedStatement.Declare s -> declared.add(s.local());
            case TypedStatement.TryCatch s -> declared.add(s.error());
            case TypedStatement.Loop s -> targets.add(s.target());
            case TypedStatement.Labeled s -> targets.add(s.target());
            case TypedStatement.Switch s -> targets.add(s.target());
            default -> {}
        }
    }

    private void noteTemporaries(TypedExpression expression) {
        if (expression instanceof TypedExpression.Let let) {
            let.temporaries().forEach(t -> declared.add(t.local()));
        }
    }

    private void noteUses(TypedStatement statement) {
        switch (statement) {
            case TypedStatement.RenewCell s -> write(s.local());
            case TypedStatement.InlineCode s -> s.gaps().forEach(g -> {
                if (g instanceof TypedExpression.Read read && read.variable() instanceof Local local) {
                    write(local);
                }
            });
            default -> {}
        }
    }

    private void noteUses(TypedExpression expression) {
        switch (expression) {
            case TypedExpression.Read e -> use(e.variable());
            case TypedExpression.Write e -> {
                use(e.variable());
                if (e.variable() instanceof Local local && !local.shared()) {
                    write(local);
                }
            }
            case TypedExpression.MakeClosure e -> e.captured().forEach(this::use);
            default -> {}
        }
    }

    private void use(Variable variable) {
        switch (variable) {
            case Local local when !declared.contains(local) && !taken.contains(local) -> taken.add(local);
            case Capture capture -> usesCaptures = true;
            default -> {}
        }
    }

    private void write(Local local) {
        use(local);
        if (!declared.contains(local)) {
            written.add(local);
        }
    }

    private static <T> Set<T> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
