package org.bluescript.language.check;

import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.FunctionNode;
import org.bluescript.language.source.Span;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/**
 * Finds the result types of functions that declare none. A function that is called before its body has been checked is
 * checked at once; one whose check is under way (it is recursive) has the result that the round before found, at first
 * {@code never}.
 */
final class ResultInference {
    /** So deep may checks of bodies be nested; functions called beyond are left to the next round. */
    private static final int DEPTH_LIMIT = 12;

    private final Round round;
    private int depth;

    ResultInference(Round round) {
        this.round = round;
    }

    /** What a call of the function gives. */
    Type resultOf(FunctionSymbol function) {
        if (function.declaredResult().isPresent()) {
            return function.declaredResult().get();
        }
        if (function.state() == FunctionSymbol.State.CHECKED) {
            return function.result();
        }
        if (function.state() == FunctionSymbol.State.WAITING && depth < DEPTH_LIMIT) {
            depth++;
            if (NestedGenerics.isInstance(function)) {
                new NestedGenerics(round).check(function);
            } else if (function.surroundings().isPresent()) {
                // A trial of the function around it makes other symbols than the check that counts.
                new FunctionChecker(round).check(function);
            } else {
                round.instances().check(function);
            }
            depth--;
            return function.result();
        }
        return round.knowledge().resultOf(function.node(), function.typeArguments()).orElse(PrimitiveType.NEVER);
    }

    /** The return types that the check of a body begins with. */
    ReturnTypes begin(FunctionNode function, List<Type> instance, Optional<Type> declared) {
        return declared.map(ReturnTypes::of)
                .orElseGet(() -> ReturnTypes.inferred(round.knowledge().expectedResultOf(function, instance)));
    }

    /** The result type, now that the body has been checked; {@code name} is for a message if there is none. */
    Type conclude(FunctionNode function, List<Type> instance, ReturnTypes returns, Span name) {
        if (!returns.isInferred()) {
            return returns.wanted().orElseThrow();
        }
        Type found = returns.joined(round.assignability());
        Type result = returns.wanted()
                .flatMap(before -> round.assignability().join(before, found))
                .orElse(found);
        // Values have been converted to what was wanted, which may have turned out too narrow.
        boolean wasNarrower =
                returns.wanted().filter(w -> w.representation() != result.representation()).isPresent();
        if (wasNarrower || returns.needsConversion(result) && !returns.wanted().equals(Optional.of(result))) {
            round.knowledge().requireAnotherRound();
        }
        round.knowledge().learnResult(function, instance, result);
        if (Assignability.isUnknown(result)) {
            round.errorIfAlone(
                    name, "the type of the result depends on itself alone", "declare it: function f(…): integer");
        }
        return result;
    }
}
