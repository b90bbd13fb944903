package com.voicesurvey.telephony.local.faults.world;

import com.voicesurvey.telephony.local.faults.load.Receivers;
import com.voicesurvey.telephony.testbed.host.FreePort;

import org.awaitility.Awaitility;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The services: some that take callbacks, and some that process events, of which the first two are
 * expected to run.
 */
public final class Services implements AutoCloseable {
    private static final String PUBLIC_BASE = "https://calls.example.com";
    private static final String AUTH_TOKEN = "faults-token";
    private static final int EXPECTED_PROCESSORS = 2;
    private static final int MOST_PROCESSORS = 4;
    private static final int INGEST = 2;
    private static final Duration TIME_TO_BE_READY = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<ServiceProcess> ingest = new ArrayList<>();
    private final List<ServiceProcess> processors = new ArrayList<>();
    private final List<String> ingestBases = new ArrayList<>();

    /**
     * Plans them; none runs yet.
     *
     * @param name sets these apart from others
     */
    Services(String name, Addresses addresses) {
        for (int i = 1; i <= INGEST; i++) {
            ingest.add(ingest(name + "-ingest-api-" + i, addresses));
        }
        for (int i = 1; i <= MOST_PROCESSORS; i++) {
            processors.add(processor(name + "-event-processor-" + i, addresses));
        }
    }

    /** Where the servers are, as each service is told. */
    record Addresses(String kafkaForIngest, String kafkaForProcessor, String database) {}

    /** Makes them once the servers' addresses are known. */
    @FunctionalInterface
    interface Builder {
        Services with(Addresses addresses);
    }

    /** All that take callbacks. */
    public List<ServiceProcess> ingest() {
        return List.copyOf(ingest);
    }

    /** All that may process events; at least two, not all of which run. */
    public List<ServiceProcess> processors() {
        return List.copyOf(processors);
    }

    /** The processors that run now. */
    public List<ServiceProcess> runningProcessors() {
        return processors.stream().filter(ServiceProcess::isRunning).toList();
    }

    /**
     * Restarts one that takes callbacks with another limit to its spool.
     *
     * @return the name of that one
     */
    public String limitSpool(String bytes) {
        ServiceProcess first = ingest.getFirst();
        first.restartWith("SPOOL_MAX_BYTES", bytes);
        awaitReady(first);
        return first.name();
    }

    /** The way to those that take callbacks. */
    public Receivers receivers() {
        return new Receivers(ingestBases, PUBLIC_BASE, AUTH_TOKEN);
    }

    /** Thaws and starts what is expected to run, ends what is not, and waits until all is ready. */
    public void restore() {
        all().forEach(ServiceProcess::thaw);
        processors.stream().skip(EXPECTED_PROCESSORS).forEach(ServiceProcess::terminate);
        List<ServiceProcess> expected = expected();
        expected.forEach(ServiceProcess::start);
        expected.forEach(this::awaitReady);
    }

    /** SIGKILL for each. */
    public void kill() {
        all().forEach(ServiceProcess::kill);
    }

    @Override
    public void close() {
        all().forEach(ServiceProcess::close);
        http.shutdownNow();
    }

    /** Waits until a service says that it is ready. */
    public void awaitReady(ServiceProcess service) {
        Awaitility.await(service.name() + " to be ready")
                .atMost(TIME_TO_BE_READY)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> service.isReady(http));
    }

    private List<ServiceProcess> expected() {
        return Stream.concat(processors.stream().limit(EXPECTED_PROCESSORS), ingest.stream())
                .toList();
    }

    private List<ServiceProcess> all() {
        return Stream.concat(ingest.stream(), processors.stream()).toList();
    }

    private ServiceProcess ingest(String name, Addresses addresses) {
        int port = FreePort.orGiven(0);
        int admin = FreePort.orGiven(0);
        ingestBases.add("http://127.0.0.1:" + port);
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", addresses.kafkaForIngest());
        environment.put("TWILIO_AUTH_TOKEN", AUTH_TOKEN);
        environment.put("PUBLIC_BASE_URL", PUBLIC_BASE);
        environment.put("HTTP_PORT", "" + port);
        environment.put("ADMIN_PORT", "" + admin);
        environment.put("SPOOL_DIR", Logs.emptyFolder("spool/" + name).toString());
        return new ServiceProcess(name, jar("ingest-api"), admin, environment);
    }

    private static ServiceProcess processor(String name, Addresses addresses) {
        int ops = FreePort.orGiven(0);
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", addresses.kafkaForProcessor());
        environment.put("DATABASE_URL", addresses.database());
        environment.put("OPS_PORT", "" + ops);
        return new ServiceProcess(name, jar("event-processor"), ops, environment);
    }

    private static Path jar(String module) {
        return Path.of("..", module, "target", module + ".jar").toAbsolutePath().normalize();
    }
}
