package com.voicesurvey.telephony.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Where each library may be seen, so that the rest can be read without knowing it. */
@AnalyzeClasses(
        packages = "com.voicesurvey.telephony.processor",
        importOptions = ImportOption.DoNotIncludeTests.class)
class PackageRulesTest {
    private static final String ROOT = "com.voicesurvey.telephony.processor";

    @ArchTest
    static final ArchRule javalin_is_seen_by_ops_console_and_main_only =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..processor.ops..", "..processor.console..")
                    .and()
                    .doNotHaveFullyQualifiedName(ROOT + ".Main")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.javalin..", "jakarta.servlet..", "org.eclipse.jetty..");

    @ArchTest
    static final ArchRule kafka_is_seen_by_consumer_reader_and_relay_only =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "..processor.consume..", "..processor.outbox..", "..processor.topic..")
                    .and()
                    .doNotHaveFullyQualifiedName(ROOT + ".KafkaClients")
                    .and()
                    .doNotHaveFullyQualifiedName(ROOT + ".Operator")
                    .and()
                    .doNotHaveFullyQualifiedName(ROOT + ".EventProcessor")
                    .and()
                    .doNotHaveFullyQualifiedName(ROOT + ".Main")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule tables_are_seen_by_stores_only =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..processor.store..", "..processor.db..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..processor.db..");

    @ArchTest
    static final ArchRule jooq_is_seen_where_transactions_are_only =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "..processor.store..", "..processor.db..", "..processor.apply..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.jooq..");

    @ArchTest
    static final ArchRule tracing_is_seen_by_messages_relay_and_trace_only =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "..processor.trace..", "..processor.message..", "..processor.outbox..")
                    .and()
                    .doNotHaveFullyQualifiedName(ROOT + ".EventProcessor")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.opentelemetry..");

    @ArchTest
    static final ArchRule the_provider_is_not_seen =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.twilio..", "..telephony.ingest..");

    @ArchTest
    static final ArchRule packages_form_no_cycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule names_say_what_a_class_is =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..processor.db..")
                    .should()
                    .haveNameMatching(".*(Impl|Utils?|Manager|Helper|Service|DTO)");
}
