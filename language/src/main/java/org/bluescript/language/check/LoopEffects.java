package org.bluescript.language.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Statement;

/**
 * What statements that may run more than once, or only in part, may do to what was known before them: the names that they
 * assign, the properties that they assign, and whether they call anything. Names are not resolved; a variable of the same name elsewhere only makes less known than could be.
 */
final class LoopEffects {
    private final Set<String> variables = new HashSet<>();
    private final Set<String> properties = new HashSet<>();
    /** The names of members that it uses in any way. */
    private final Set<String> members = new HashSet<>();
    private boolean calls;

    /** Of all these together; absent parts are left out. */
    static LoopEffects of(List<Expression> expressions, List<Statement> statements) {
        LoopEffects effects = new LoopEffects();
        expressions.forEach(effects::add);
        statements.forEach(effects::add);
        return effects;
    }

    /** What is still certain wherever the statements stand, of what was certain before them. */
    Flow applyTo(Flow flow, Predicate<Path> isChangedByCalls, Predicate<String> isAccessor) {
        boolean calls = this.calls || members.stream().anyMatch(isAccessor);
        return flow.forget(path -> variables.contains(path.root().name())
                || path.fields().stream().anyMatch(f -> properties.contains(f.name()))
                || calls && isChangedByCalls.test(path));
    }

    private void add(Optional<Expression> expression) {
        expression.ifPresent(this::add);
    }

    private void addAll(List<Statement> statements) {
        statements.forEach(this::add);
    }

    private void add(Statement statement) {
        switch (statement) {
            case Statement.Variables s -> s.declarators().forEach(d -> {
                variables.add(d.name().text());
                add(d.initializer());
            });
            case Statement.ExpressionStatement s -> add(s.expression());
            case Statement.If s -> {
                add(s.condition());
                add(s.whenTrue());
                s.whenFalse().ifPresent(this::add);
            }
            case Statement.While s -> {
                add(s.condition());
                add(s.body());
            }
            case Statement.DoWhile s -> {
                add(s.body());
                add(s.condition());
            }
            case Statement.For s -> {
                s.initializer().ifPresent(this::add);
                add(s.condition());
                add(s.update());
                add(s.body());
            }
            case Statement.ForOf s -> {
                variables.add(s.name().text());
                add(s.iterable());
                add(s.body());
            }
            case Statement.Labeled s -> add(s.body());
            case Statement.Switch s -> {
                add(s.subject());
                s.cases().forEach(c -> {
                    add(c.test());
                    addAll(c.body());
                });
            }
            case Statement.Return s -> add(s.value());
            case Statement.Throw s -> add(s.value());
            case Statement.Try s -> {
                add(s.body());
                s.handler().ifPresent(h -> add(h.body()));
                s.last().ifPresent(this::add);
            }
            case Statement.Block s -> addAll(s.statements());
            case Statement.InlineCode s -> {
                calls = true;
                s.expressions().forEach(this::addTarget);
            }
            default -> {}
        }
    }

    private void add(Expression expression) {
        switch (expression) {
            case Expression.TemplateLiteral e -> e.expressions().forEach(this::add);
            case Expression.ArrayLiteral e -> e.elements().forEach(this::add);
            case Expression.ObjectLiteral e -> e.properties().forEach(p -> add(p.value()));
            case Expression.Spread e -> add(e.operand());
            case Expression.Destructuring e -> {
                e.values().forEach(this::add);
                e.steps().forEach(this::add);
            }
            case Expression.Tail e -> add(e.array());
            case Expression.Nullish e -> {
                add(e.left());
                add(e.right());
            }
            case Expression.LogicalAssignment e -> {
                addTarget(e.target());
                add(e.value());
            }
            case Expression.OptionalChain e -> add(e.chain());
            case Expression.OptionalLink e -> add(e.object());
            case Expression.Sequence e -> e.expressions().forEach(this::add);
            case Expression.Satisfies e -> add(e.operand());
            case Expression.Unary e -> add(e.operand());
            case Expression.Binary e -> {
                add(e.left());
                add(e.right());
            }
            case Expression.Logical e -> {
                add(e.left());
                add(e.right());
            }
            case Expression.Conditional e -> {
                add(e.condition());
                add(e.whenTrue());
                add(e.whenFalse());
            }
            case Expression.Assignment e -> {
                addTarget(e.target());
                add(e.value());
            }
            case Expression.Update e -> addTarget(e.target());
            case Expression.Call e -> {
                calls = true;
                add(e.callee());
                e.arguments().forEach(this::add);
            }
            case Expression.New e -> {
                calls = true;
                e.arguments().forEach(this::add);
            }
            case Expression.Member e -> {
                members.add(e.name().text());
                add(e.object());
            }
            case Expression.Index e -> {
                add(e.object());
                add(e.index());
            }
            case Expression.Function e -> add(e.function().body());
            case Expression.As e -> add(e.operand());
            case Expression.NonNull e -> add(e.operand());
            case Expression.InstanceOf e -> add(e.operand());
            case Expression.In e -> {
                add(e.name());
                add(e.object());
            }
            default -> {}
        }
    }

    private void addTarget(Expression target) {
        switch (target) {
            case Expression.Identifier e -> variables.add(e.name());
            case Expression.Member e -> {
                properties.add(e.name().text());
                members.add(e.name().text());
                add(e.object());
            }
            default -> add(target);
        }
    }
}
