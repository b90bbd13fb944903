package com.voicesurvey.telephony.local.faults.world;

import com.voicesurvey.telephony.local.bench.host.AotCache;
import com.voicesurvey.telephony.testbed.host.ChildJvm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A service's own jar in a process of its own, always on the same ports. */
public final class ServiceProcess implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private final String name;
    private final Path jar;
    private final int healthPort;
    private final Map<String, String> environment;
    private ChildJvm jvm;
    private boolean frozen;

    ServiceProcess(String name, Path jar, int healthPort, Map<String, String> environment) {
        this.name = name;
        this.jar = jar;
        this.healthPort = healthPort;
        this.environment = Map.copyOf(environment);
        this.jvm = jvm(environment);
    }

    /** Such as {@code event-processor-2}. */
    public String name() {
        return name;
    }

    public boolean isRunning() {
        return jvm.isAlive();
    }

    /** Starts it and does not wait; no effect while it runs. */
    public void start() {
        jvm.start();
    }

    /** Kills it and starts it again with a variable changed; from then on it keeps that. */
    public void restartWith(String variable, String value) {
        kill();
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(variable, value);
        jvm = jvm(changed);
        jvm.start();
    }

    /** SIGKILL. */
    public void kill() {
        jvm.kill();
        frozen = false;
    }

    /**
     * SIGTERM, as an orchestrator does when it wants fewer.
     *
     * @return its exit code, or empty if it did not run, or did not end by itself
     */
    public OptionalInt terminate() {
        thaw();
        return jvm.terminate();
    }

    /** SIGSTOP. */
    public void freeze() {
        jvm.freeze();
        frozen = true;
    }

    /** SIGCONT; no effect on one that is not frozen. */
    public void thaw() {
        if (frozen) {
            jvm.thaw();
            frozen = false;
        }
    }

    /** What the service says of itself. */
    public boolean isReady(HttpClient http) {
        URI uri = URI.create("http://127.0.0.1:" + healthPort + "/health/ready");
        try {
            HttpRequest request = HttpRequest.newBuilder(uri).timeout(ANSWER).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        jvm.close();
    }

    private ChildJvm jvm(Map<String, String> variables) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(
                List.of(
                        "-Xmx160m",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:TieredStopAtLevel=1"));
        arguments.addAll(new AotCache(jar).use());
        arguments.addAll(List.of("-jar", jar.toString()));
        return new ChildJvm(new ChildJvm.Program(arguments, variables, Logs.file(name)));
    }
}
