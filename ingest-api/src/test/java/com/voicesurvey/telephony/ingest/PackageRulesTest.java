package com.voicesurvey.telephony.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Where the libraries may be seen, and what nothing is called. */
@AnalyzeClasses(
        packages = "com.voicesurvey.telephony.ingest",
        importOptions = ImportOption.DoNotIncludeTests.class)
class PackageRulesTest {
    private static final String ROOT = "com.voicesurvey.telephony.ingest";

    @ArchTest
    static final ArchRule javalin_and_Jetty_stay_at_the_edge =
            onlyIn("io.javalin..", "http", "ops");

    @ArchTest
    static final ArchRule jetty_stays_at_the_edge =
            onlyIn("org.eclipse.jetty..", "http", "ops", "server");

    @ArchTest
    static final ArchRule kafka_stays_at_the_other_edge =
            onlyIn("org.apache.kafka..", "publish", "reconcile");

    @ArchTest
    static final ArchRule cloud_events_are_known_to_publish_alone =
            onlyIn("io.cloudevents..", "publish");

    @ArchTest
    static final ArchRule the_Twilio_SDK_is_known_to_its_adapter_alone =
            onlyIn("com.twilio..", "twilio");

    @ArchTest
    static final ArchRule micrometer_is_known_to_metrics_alone =
            onlyIn("io.micrometer..", "metrics");

    @ArchTest
    static final ArchRule tracing_is_known_to_trace_and_the_producer_alone =
            onlyIn("io.opentelemetry..", "trace", "publish");

    @ArchTest
    static final ArchRule the_way_of_a_callback_knows_no_provider =
            noClasses()
                    .that()
                    .resideInAnyPackage(ROOT + ".intake", ROOT + ".http", ROOT + ".publish")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROOT + ".twilio", ROOT + ".telnyx");

    @ArchTest
    static final ArchRule the_packages_form_no_circle =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_class_is_named_for_nothing =
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .orShould()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Service")
                    .orShould()
                    .haveSimpleNameEndingWith("DTO");

    @ArchTest
    static final ArchRule every_package_is_null_marked =
            classes()
                    .that()
                    .haveSimpleName("package-info")
                    .should()
                    .beAnnotatedWith("org.jspecify.annotations.NullMarked");

    /** The root package wires by hand and so sees everything. */
    private static ArchRule onlyIn(String library, String... packages) {
        String[] allowed = new String[packages.length + 1];
        allowed[0] = ROOT;
        for (int i = 0; i < packages.length; i++) {
            allowed[i + 1] = ROOT + "." + packages[i];
        }
        return noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
