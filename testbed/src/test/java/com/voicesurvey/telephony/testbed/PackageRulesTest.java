package com.voicesurvey.telephony.testbed;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.voicesurvey.telephony", importOptions = DoNotIncludeTests.class)
class PackageRulesTest {

    @ArchTest
    static final ArchRule names_tell_what_a_class_is =
            noClasses().should().haveNameMatching(".*(Impl|Utils?|Manager|Helper|Service|DTO)");

    @ArchTest
    static final ArchRule what_judges_the_product_shares_no_code_with_it =
            noClasses()
                    .that()
                    .resideInAPackage("..testbed..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..telephony.domain..",
                            "..telephony.ingest..",
                            "..telephony.processor..",
                            "com.twilio..");

    @ArchTest
    static final ArchRule the_simulated_twilio_needs_no_server_of_ours =
            noClasses()
                    .that()
                    .resideInAnyPackage("..testbed.twilio..", "..testbed.simulation..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.kafka..", "org.postgresql..", "java.sql..");

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("com.voicesurvey.telephony.testbed.(*)..").should().beFreeOfCycles();
}
