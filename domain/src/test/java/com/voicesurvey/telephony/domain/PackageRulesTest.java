package com.voicesurvey.telephony.domain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import java.util.Set;
import java.util.stream.Collectors;

/** The boundaries of the module, which keep it free of every framework. */
class PackageRulesTest {
    private static final String ROOT = "com.voicesurvey.telephony.domain";
    private static final JavaClasses DOMAIN =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(ROOT);

    @Test
    void only_the_wire_format_sees_more_than_the_jdk_and_jspecify() {
        classes()
                .that()
                .resideOutsideOfPackage(ROOT + ".wire")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify.annotations", ROOT + "..")
                .check(DOMAIN);
    }

    @Test
    void the_wire_format_sees_jacksons_streaming_core_besides() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".wire")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify.annotations",
                        "com.fasterxml.jackson.core..",
                        ROOT + "..")
                .check(DOMAIN);
    }

    @Test
    void the_rules_of_a_call_know_neither_clock_nor_chance() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".call")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.util.logging..")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Random")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.time.Clock.class)
                .check(DOMAIN);
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("com.voicesurvey.telephony.(**)").should().beFreeOfCycles().check(DOMAIN);
    }

    @Test
    void no_class_is_named_for_what_it_is_not() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Manager|Helper|Service|DTO|Dto)$")
                .check(DOMAIN);
    }

    @Test
    void every_package_is_null_marked() {
        Set<JavaPackage> packages =
                DOMAIN.stream().map(JavaClass::getPackage).collect(Collectors.toSet());

        assertThat(packages)
                .hasSizeGreaterThan(4)
                .allMatch(each -> each.isAnnotatedWith(NullMarked.class), "is @NullMarked");
    }
}
