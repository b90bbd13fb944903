package com.voicesurvey.telephony.local.run;

import com.voicesurvey.telephony.ingest.IngestApi;
import com.voicesurvey.telephony.ingest.config.IngestConfig;
import com.voicesurvey.telephony.processor.EventProcessor;
import com.voicesurvey.telephony.processor.config.ProcessorConfig;
import com.voicesurvey.telephony.testbed.host.ServerDirectory;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Everything: servers and services in this process.
 *
 * <h2>Failure semantics</h2>
 *
 * The webhooks' admin port answers only when all that stands behind it is ready. What was started
 * before something failed is closed by its owner, the services before the servers.
 */
public record Pipeline(
        Backends backends,
        EventProcessor processor,
        IngestApi ingest,
        ServiceEnvironment services) {

    /**
     * What to start, and where.
     *
     * @param data where the servers keep their files; null for temporary ones
     */
    public record Plan(BackendPorts backends, ServicePorts services, @Nullable Path data) {
        Plan withAdminChosen() {
            return new Plan(backends, services.withAdminChosen(), data);
        }
    }

    /**
     * Starts everything and returns when it is ready.
     *
     * @param seed fills the database, once its tables are there
     * @throws RunFailedException if a port is taken, the environment is wrong or something does not
     *     become ready
     */
    public static Pipeline start(
            Owned owner,
            Steps steps,
            Plan asked,
            ServiceEnvironment environment,
            Consumer<Backends> seed) {
        checkEnvironment(environment);
        Port.requireFree(
                Stream.concat(asked.backends().all().stream(), asked.services().all().stream())
                        .toList());
        Plan plan = asked.withAdminChosen();
        Backends backends = Backends.start(owner, steps, plan.backends(), plan.data());
        EventProcessor processor =
                steps.run(
                        "event-processor",
                        () -> owner.own(processor(plan, environment, backends, steps.stop())));
        steps.run("demo calls", () -> seed.accept(backends));
        Path data = plan.data();
        ServerDirectory spool =
                ServerDirectory.orTemporary(
                        data == null ? null : data.resolve("spool"), "voicesurvey-spool-");
        owner.own(spool::deleteIfTemporary);
        IngestApi ingest =
                steps.run(
                        "ingest-api",
                        () ->
                                owner.own(
                                        ingest(
                                                plan,
                                                environment,
                                                backends,
                                                spool.path(),
                                                steps.stop())));
        var _ = processor.ended().whenComplete((_, _) -> steps.stop().request());
        return new Pipeline(backends, processor, ingest, environment);
    }

    /** Where webhooks are taken: scheme, host and port. */
    public String webhookBase() {
        return "http://127.0.0.1:" + ingest.port();
    }

    /** What Twilio would call and sign. */
    public String publicBase() {
        String base = services.publicBaseUrl();
        return base == null ? webhookBase() : base;
    }

    /** Whether the processor has ended by itself, for a fault. */
    public boolean hasFailed() {
        return processor.ended().isCompletedExceptionally();
    }

    private static EventProcessor processor(
            Plan plan, ServiceEnvironment environment, Backends backends, StopSignal stop) {
        EventProcessor processor =
                EventProcessor.start(
                        ProcessorConfig.of(
                                environment.forProcessor(
                                        backends.kafka().bootstrapServers(),
                                        backends.database().url(),
                                        plan.services().ops().number(),
                                        plan.services().admin().number())));
        return ready(processor, new Readiness("event-processor", processor.opsPort(), stop)::await);
    }

    private static IngestApi ingest(
            Plan plan,
            ServiceEnvironment environment,
            Backends backends,
            Path spool,
            StopSignal stop) {
        IngestApi ingest =
                IngestApi.start(
                        IngestConfig.of(
                                environment.forIngest(
                                        backends.kafka().bootstrapServers(),
                                        plan.services().http().number(),
                                        plan.services().admin().number(),
                                        spool)));
        return ready(ingest, new Readiness("ingest-api", ingest.adminPort(), stop)::await);
    }

    /** The service once it is ready; closed if it does not get there. */
    private static <T extends AutoCloseable> T ready(T service, Runnable wait) {
        try (Owned unready = new Owned()) {
            unready.own(service);
            wait.run();
            unready.release();
            return service;
        }
    }

    /** Finds what is wrong before anything is started; the addresses do not matter to that. */
    private static void checkEnvironment(ServiceEnvironment environment) {
        List<Supplier<Record>> configurations =
                List.of(
                        () ->
                                IngestConfig.of(
                                        environment.forIngest(
                                                "127.0.0.1:9", 0, 0, Path.of("spool"))),
                        () ->
                                ProcessorConfig.of(
                                        environment.forProcessor(
                                                "127.0.0.1:9", "postgresql://127.0.0.1/x", 0, 9)));
        for (Supplier<Record> configuration : configurations) {
            try {
                var _ = configuration.get();
            } catch (RuntimeException e) {
                throw new RunFailedException(String.valueOf(e.getMessage()), ExitCode.USAGE);
            }
        }
    }
}
