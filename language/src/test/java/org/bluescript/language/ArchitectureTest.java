package org.bluescript.language;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package of this module may use which. */
@AnalyzeClasses(packages = "org.bluescript.language", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "org.bluescript.language";
    private static final String[] WITHOUT_TRUFFLE = {
        "source", "text", "lexer", "ast", "parser", "modules", "types", "typed", "check", "shadow", "layout", "members", "failure", "profile", "infer", "change"
    };

    @ArchTest
    static final ArchRule sourceStandsAlone = uses("source");

    @ArchTest
    static final ArchRule changesStandAlone = uses("change");

    @ArchTest
    static final ArchRule syntaxTreesKnowOnlySource = uses("ast", "source");

    @ArchTest
    static final ArchRule lexerKnowsOnlySource = uses("lexer", "source");

    @ArchTest
    static final ArchRule parserMakesSyntaxTreesOfTokens = uses("parser", "lexer", "ast", "source");

    @ArchTest
    static final ArchRule typesStandAlone = uses("types");

    @ArchTest
    static final ArchRule typedTreesKnowTypesAndSource = uses("typed", "types", "source");

    @ArchTest
    static final ArchRule modulesAreParsed = uses("modules", "parser", "ast", "source");

    @ArchTest
    static final ArchRule checkerMakesTypedTreesOfSyntaxTrees =
            uses("check", "modules", "ast", "types", "typed", "source", "change");

    @ArchTest
    static final ArchRule shadowKnowsNothingOfTheLanguage = uses("shadow");

    @ArchTest
    static final ArchRule layoutPutsTypedTreesIntoMemory = uses("layout", "typed", "types", "source", "shadow", "failure", "change");

    @ArchTest
    static final ArchRule membersAreFoundInLayouts = uses("members", "layout", "typed", "types", "source", "shadow");

    @ArchTest
    static final ArchRule machineKnowsNoTrees = uses("machine", "layout", "shadow", "text", "failure", "source", "change");

    @ArchTest
    static final ArchRule profilesAreOfTypedTrees = uses("profile", "typed", "types");

    @ArchTest
    static final ArchRule typesFollowFromTypedTrees =
            uses("infer", "members", "layout", "profile", "typed", "types", "source", "shadow");

    @ArchTest
    static final ArchRule observationsBecomeProfiles =
            uses("observation", "profile", "machine", "layout", "shadow", "typed", "types");

    @ArchTest
    static final ArchRule tiersAreOfFunctionsAndLoops = uses("tiers", "profile", "shadow", "typed", "layout");

    @ArchTest
    static final ArchRule nodesRunOnTheMachine =
            uses("nodes", "observation", "tiers", "profile", "machine", "layout", "shadow", "text", "failure", "typed", "types", "source");

    @ArchTest
    static final ArchRule otherLanguagesSeeTheMachine = uses("interop", "machine", "layout", "shadow", "typed", "types", "failure");

    @ArchTest
    static final ArchRule nothingUpToTheTypedTreeOrInTheShadowKnowsTruffle = noClasses()
            .that(resideInOneOf(WITHOUT_TRUFFLE))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.oracle.truffle..", "org.graalvm..");

    /** The package uses, of all packages of this module, only the given ones. */
    private static ArchRule uses(String name, String... others) {
        String[] allowed = new String[others.length + 1];
        allowed[0] = packageOf(name);
        for (int i = 0; i < others.length; i++) {
            allowed[i + 1] = packageOf(others[i]);
        }
        return classes()
                .that()
                .resideInAPackage(packageOf(name))
                .should()
                .onlyDependOnClassesThat(outsideOrIn(allowed));
    }

    private static DescribedPredicate<JavaClass> outsideOrIn(String... allowed) {
        return DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("org.bluescript.."))
                .or(JavaClass.Predicates.resideInAnyPackage(allowed))
                .as("outside of BlueScript, or in " + String.join(", ", allowed));
    }

    private static DescribedPredicate<JavaClass> resideInOneOf(String... names) {
        String[] packages = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            packages[i] = packageOf(names[i]);
        }
        return JavaClass.Predicates.resideInAnyPackage(packages);
    }

    private static String packageOf(String name) {
        return ROOT + "." + name + "..";
    }
}
