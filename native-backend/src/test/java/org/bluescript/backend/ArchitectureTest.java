package org.bluescript.backend;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may import whom. */
@AnalyzeClasses(packages = "org.bluescript.backend", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] LOWER_HALF = {"..backend.compile..", "..backend.elf..", "..backend.link..",
        "..backend.debug..", "..backend.tools.."};

    /** From C text downwards nobody knows the language. */
    @ArchTest
    static final ArchRule theLowerHalfKnowsNoLanguage = noClasses().that().resideInAnyPackage(LOWER_HALF)
            .should().dependOnClassesThat().resideInAPackage("org.bluescript.language..");

    @ArchTest
    static final ArchRule theLowerHalfIsLayered = layeredArchitecture().consideringOnlyDependenciesInAnyPackage(
                    "org.bluescript.backend..")
            .layer("elf").definedBy("..backend.elf..")
            .layer("tools").definedBy("..backend.tools..")
            .layer("compile").definedBy("..backend.compile..")
            .layer("link").definedBy("..backend.link..")
            .layer("debug").definedBy("..backend.debug..")
            .whereLayer("elf").mayNotAccessAnyLayer()
            .whereLayer("tools").mayNotAccessAnyLayer()
            .whereLayer("compile").mayOnlyAccessLayers("elf", "tools")
            .whereLayer("link").mayOnlyAccessLayers("elf")
            .whereLayer("debug").mayOnlyAccessLayers("elf", "link");

    @ArchTest
    static final ArchRule nothingOpensAPort = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("org.bluescript.link..", "org.bluescript.cli..", "com.fazecast..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.bluescript.backend.(*)..").should().beFreeOfCycles();
}
