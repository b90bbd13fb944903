package com.voicesurvey.telephony.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "com.voicesurvey.telephony.local",
        importOptions = DoNotIncludeTests.class)
class PackageRulesTest {

    @ArchTest
    static final ArchRule names_tell_what_a_class_is =
            noClasses().should().haveNameMatching(".*(Impl|Utils?|Manager|Helper|Service|DTO)");

    @ArchTest
    static final ArchRule the_judge_does_not_ask_the_judged =
            noClasses()
                    .that()
                    .resideInAnyPackage("..local.verify..", "..local.simulate..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..telephony.ingest..",
                            "..telephony.processor..",
                            "..domain.call..",
                            "..domain.event..");

    @ArchTest
    static final ArchRule a_reference_shares_no_code_with_ours =
            noClasses()
                    .that()
                    .resideInAnyPackage("..bench.reference..", "..bench.load..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..telephony.ingest..",
                            "..telephony.processor..",
                            "..domain.call..",
                            "..domain.event..");

    @ArchTest
    static final ArchRule sql_stays_with_the_rows =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "..local.verify..", "..local.simulate..", "..local.place..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.jooq..");

    @ArchTest
    static final ArchRule picocli_stays_at_the_command_line =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..local.command..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("com.voicesurvey.telephony.local.(*)..").should().beFreeOfCycles();
}
