package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.ast.BinaryOperator;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.PrimitiveType;

/**
 * Checks {@code switch}. On integers with constant cases it stays one; any other first finds the number of its case by
 * comparisons, in order, and then switches on that.
 */
final class Switches {
    private final FunctionBody body;
    private final StatementChecker statements;

    /**
     * What stands in the cases.
     *
     * @param areAll whether the cases list all values that there are
     */
    private record Bodies(List<List<TypedStatement>> each, boolean areAll) {}

    Switches(FunctionBody body, StatementChecker statements) {
        this.body = body;
        this.statements = statements;
    }

    TypedStatement check(Statement.Switch s) {
        TypedExpression subject = body.expressions().value(s.subject(), PrimitiveType.NEVER);
        Local held = new Local("subject", subject.type());
        List<Optional<TypedExpression>> tests = new ArrayList<>();
        List<Optional<TypedExpression>> matches = new ArrayList<>();
        for (Statement.Case c : s.cases()) {
            Optional<TypedExpression> test = c.test().map(t -> body.expressions().value(t, subject.type()));
            tests.add(test);
            matches.add(test.map(t -> body.expressions()
                    .operators()
                    .compare(t.span(), BinaryOperator.EQUAL, read(s.subject().span(), held), t)));
        }
        checkDefaults(s);
        boolean onConstants = Assignability.isInteger(subject.type())
                && tests.stream().allMatch(t -> t.isEmpty() || t.get() instanceof TypedExpression.IntegerConstant);
        return body.inNewScope(() -> {
            List<Statement> inside =
                    s.cases().stream().flatMap(c -> c.body().stream()).toList();
            List<TypedStatement> result = new ArrayList<>(statements.declarations().announce(inside));
            NestedFunctions functions = NestedFunctions.announce(body, inside, result);
            Jumps.Landing landing = body.jumps().enterSwitch();
            Bodies bodies = bodies(s, subject, tests, landing, functions);
            functions.finish();
            body.jumps().leave();
            if (onConstants) {
                result.add(new TypedStatement.Switch(
                        s.span(), landing.target(), Nodes.toInteger(subject), withDefault(s, constantCases(s, tests, bodies.each()), bodies.areAll())));
            } else {
                result.add(new TypedStatement.Declare(s.subject().span(), held, subject));
                TypedExpression number = caseNumber(s.subject().span(), matches);
                result.add(new TypedStatement.Switch(s.span(), landing.target(), number, withDefault(s, numberedCases(s, bodies.each()), bodies.areAll())));
            }
            return new TypedStatement.Block(s.span(), result);
        });
    }

    private Bodies bodies(
            Statement.Switch s,
            TypedExpression subject,
            List<Optional<TypedExpression>> tests,
            Jumps.Landing landing,
            NestedFunctions functions) {
        Flow atDispatch = body.flow();
        body.setFlow(Flow.UNREACHABLE);
        List<List<TypedStatement>> bodies = new ArrayList<>();
        EqualityTests equality = new EqualityTests(body);
        Flow otherwise = atDispatch;
        List<Flow> atCases = new ArrayList<>();
        for (Optional<TypedExpression> test : tests) {
            Flow before = otherwise;
            atCases.add(test.map(t -> equality.whenEqual(s.subject(), subject, t, atDispatch)).orElse(Flow.UNREACHABLE));
            otherwise = test.map(t -> equality.whenDifferentIfAny(s.subject(), t, before).orElse(Flow.UNREACHABLE))
                    .orElse(before);
        }
        for (int i = 0; i < s.cases().size(); i++) {
            Statement.Case c = s.cases().get(i);
            body.meet(tests.get(i).isEmpty() ? otherwise : atCases.get(i));
            List<TypedStatement> inner = new ArrayList<>();
            for (Statement statement : c.body()) {
                statements.check(statement, inner);
                functions.after(statement, inner);
            }
            bodies.add(inner);
        }
        body.meet(landing.afterBreak());
        if (s.cases().stream().anyMatch(c -> c.test().isEmpty())) {
            return new Bodies(bodies, false);
        }
        body.meet(otherwise);
        return new Bodies(bodies, atDispatch.reachable() && !otherwise.reachable());
    }

    /** The flow analysis relies on there being no value besides those of the cases: then another one is an error. */
    private static List<TypedStatement.Case> withDefault(
            Statement.Switch s, List<TypedStatement.Case> cases, boolean isNeeded) {
        if (!isNeeded) {
            return cases;
        }
        Span span = s.subject().span();
        TypedExpression failure = new TypedExpression.Assert(
                span,
                Nodes.bool(span, false),
                Optional.of(new TypedExpression.StringConstant(span, "a value that no case lists")));
        List<TypedStatement.Case> all = new ArrayList<>(cases);
        all.add(new TypedStatement.Case(span, List.of(), true, List.of(new TypedStatement.Evaluate(span, failure))));
        return all;
    }

    private void checkDefaults(Statement.Switch s) {
        s.cases().stream()
                .filter(c -> c.test().isEmpty())
                .skip(1)
                .forEach(c -> body.round().error(firstLine(c.span()), "a switch has at most one default"));
    }

    /** Of two equal cases the first counts. */
    private static List<TypedStatement.Case> constantCases(
            Statement.Switch s, List<Optional<TypedExpression>> tests, List<List<TypedStatement>> bodies) {
        Set<Integer> seen = new HashSet<>();
        List<TypedStatement.Case> cases = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            List<Integer> values = tests.get(i)
                    .map(t -> ((TypedExpression.IntegerConstant) t).value())
                    .filter(seen::add)
                    .map(List::of)
                    .orElse(List.of());
            cases.add(new TypedStatement.Case(
                    s.cases().get(i).span(), values, tests.get(i).isEmpty(), bodies.get(i)));
        }
        return cases;
    }

    private static List<TypedStatement.Case> numberedCases(Statement.Switch s, List<List<TypedStatement>> bodies) {
        List<TypedStatement.Case> cases = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            boolean isDefault = s.cases().get(i).test().isEmpty();
            cases.add(new TypedStatement.Case(
                    s.cases().get(i).span(), isDefault ? List.of() : List.of(i), isDefault, bodies.get(i)));
        }
        return cases;
    }

    /** The number of the first case that matches, else -1. */
    private static TypedExpression caseNumber(Span span, List<Optional<TypedExpression>> matches) {
        TypedExpression result = Nodes.integer(span, -1);
        for (int i = matches.size() - 1; i >= 0; i--) {
            if (matches.get(i).isPresent()) {
                TypedExpression match = matches.get(i).get();
                result = new TypedExpression.Conditional(
                        match.span(), match, Nodes.integer(match.span(), i), result, PrimitiveType.INTEGER);
            }
        }
        return result;
    }

    private static TypedExpression read(Span span, Local local) {
        return new TypedExpression.Read(span, local, local.type());
    }

    private static Span firstLine(Span span) {
        int end = span.text().indexOf('\n');
        return end < 0 ? span : new Span(span.file(), span.start(), span.start() + end);
    }
}
