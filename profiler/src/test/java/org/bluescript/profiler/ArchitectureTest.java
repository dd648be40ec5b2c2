package org.bluescript.profiler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.bluescript.profiler", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** It reads typed programs and profiles; it runs nothing. */
    @ArchTest
    static final ArchRule profilerKnowsProgramsAndProfiles = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "com.fasterxml.jackson..",
                    "org.bluescript.profiler..",
                    "org.bluescript.language.profile..",
                    "org.bluescript.language.typed..",
                    "org.bluescript.language.types..",
                    "org.bluescript.language.source..");
}
