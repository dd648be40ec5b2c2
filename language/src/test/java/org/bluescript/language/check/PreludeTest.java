package org.bluescript.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.bluescript.language.modules.BuiltInModules;
import org.bluescript.language.source.Diagnostic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The library's own text has no mistakes, whether or not a program uses it. */
class PreludeTest {
    @ParameterizedTest
    @ValueSource(strings = {"arrays", "strings", "words", "collections"})
    void everyFunctionAndClassIsRightForAnyType(String module) {
        assertThat(mistakes(module)).isEmpty();
    }

    /** Generic texts are checked for placeholders of their type parameters, all others as they stand. */
    private static List<Diagnostic> mistakes(String module) {
        Knowledge knowledge = new Knowledge();
        while (true) {
            knowledge.beginRound();
            Scope builtins = BuiltinNames.scope();
            Prelude.OWN_FUNCTIONS.forEach(name -> builtins.declare(name, new BuiltinSymbol(name, false)));
            Round round = new Round(knowledge, builtins);
            ModuleScope scope = new ModuleScope(BuiltInModules.of(module), builtins);
            round.modules().put(scope.path(), scope);
            ModuleDeclarations declared = new ModuleDeclarations(round, scope);
            declared.declare();
            round.instances().declarationsAreComplete();
            new ModuleChecker(round, scope, declared).check();
            if (!knowledge.isOutdated()) {
                return round.result().all();
            }
        }
    }
}
