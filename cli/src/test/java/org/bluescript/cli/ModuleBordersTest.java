package org.bluescript.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import org.junit.jupiter.api.Test;

/** Who may import whom: the drawing of docs/ARCHITECTURE.md, as a test. */
class ModuleBordersTest {
    private static final String OURS = "org.bluescript..";
    private static final String LANGUAGE = "org.bluescript.language..";
    private static final String[] INTERPRETER = {
        "org.bluescript.language.tiers..", "org.bluescript.language.machine..", "org.bluescript.language.observation..", "org.bluescript.language.nodes..", "org.bluescript.language.interop..",
        "org.bluescript.language.interpreter..", "org.bluescript.language.session.."
    };
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.bluescript");

    @Test
    void modulesImportOnlyWhatTheDrawingAllows() {
        check(layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("language").definedBy(LANGUAGE)
                .layer("profiler").definedBy("org.bluescript.profiler..")
                .layer("native-backend").definedBy("org.bluescript.backend..")
                .layer("mcu-link").definedBy("org.bluescript.link..")
                .layer("cli").definedBy("org.bluescript.cli..")
                .whereLayer("cli").mayNotBeAccessedByAnyLayer()
                .whereLayer("profiler").mayOnlyBeAccessedByLayers("cli")
                .whereLayer("native-backend").mayOnlyBeAccessedByLayers("cli")
                .whereLayer("mcu-link").mayOnlyBeAccessedByLayers("cli")
                .whereLayer("language").mayOnlyBeAccessedByLayers("cli", "profiler", "native-backend"));
    }

    @Test
    void theLinkKnowsNothingOfOurs() {
        check(noClasses().that().resideInAPackage("org.bluescript.link..").should()
                .dependOnClassesThat(resideInAnyPackage(LANGUAGE, "org.bluescript.backend..", "org.bluescript.cli..")));
    }

    @Test
    void theBackendOpensNoPort() {
        check(noClasses().that().resideInAPackage("org.bluescript.backend..").should()
                .dependOnClassesThat().resideInAnyPackage("com.fazecast..", "java.net..", "java.nio.channels.."));
    }

    @Test
    void theLanguageDependsOnNothingButJavaAndTheInterpreterOnTruffle() {
        check(classes().that().resideInAPackage(LANGUAGE).and().resideOutsideOfPackages(INTERPRETER).should()
                .onlyDependOnClassesThat(resideInAnyPackage(LANGUAGE, "java..")
                        .and(DescribedPredicate.not(resideInAnyPackage(INTERPRETER)))));
        check(classes().that().resideInAnyPackage(INTERPRETER).should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(LANGUAGE, "java..", "com.oracle.truffle.api..", "org.graalvm.."));
    }

    @Test
    void theFrontEndImportsForwardOnly() {
        check(noPackage("source").may("lexer", "parser", "ast", "check", "typed", "types", "shadow", "layout", "modules"));
        check(noPackage("ast").may("lexer", "parser", "check", "typed", "types", "shadow", "layout", "modules"));
        check(noPackage("lexer").may("parser", "ast", "check", "typed", "types", "shadow", "layout", "modules"));
        check(noPackage("parser").may("check", "typed", "types", "shadow", "layout", "modules"));
        check(noPackage("types").may("source", "lexer", "parser", "ast", "check", "typed", "shadow", "layout", "modules"));
        check(noPackage("typed").may("lexer", "parser", "ast", "check", "shadow", "layout", "modules"));
        check(noPackage("check").may("shadow", "layout"));
    }

    @Test
    void theShadowMachineKnowsNoSyntax() {
        check(noPackage("shadow").may("source", "lexer", "parser", "ast", "check", "typed", "types", "layout", "modules", "text"));
    }

    @Test
    void packagesOfTheFrontEndHaveNoCircles() {
        check(slices().matching("org.bluescript.language.(*)..").should().beFreeOfCycles());
    }

    @Test
    void onlyTheProcessEntryEndsTheProcess() {
        check(noClasses().that().resideInAPackage(OURS).and().doNotHaveFullyQualifiedName("org.bluescript.cli.Main")
                .should().callMethod(System.class, "exit", int.class)
                .orShould().callMethod(Runtime.class, "exit", int.class)
                .orShould().callMethod(Runtime.class, "halt", int.class));
    }

    private static PackageRule noPackage(String name) {
        return new PackageRule(name);
    }

    private record PackageRule(String name) {
        ArchRule may(String... others) {
            String[] packages = new String[others.length];
            for (int i = 0; i < others.length; i++) {
                packages[i] = "org.bluescript.language." + others[i] + "..";
            }
            return noClasses().that().resideInAPackage("org.bluescript.language." + name + "..").should()
                    .dependOnClassesThat().resideInAnyPackage(packages);
        }
    }

    private static void check(ArchRule rule) {
        EvaluationResult result = rule.allowEmptyShould(true).evaluate(CLASSES);
        if (result.hasViolation()) {
            throw new AssertionError(result.getFailureReport().toString());
        }
    }
}
