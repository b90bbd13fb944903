package com.voicesurvey.telephony.local.run;

import com.voicesurvey.telephony.domain.settings.Environment;
import com.voicesurvey.telephony.testbed.simulation.CallScenario;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables that the services see: those of the process, but with the servers that run here,
 * and with defaults that suit one's own machine.
 */
public record ServiceEnvironment(Map<String, String> variables) {
    private static final String APP_ENV = "APP_ENV";
    private static final String DEVELOPMENT = "development";
    private static final String AUTH_TOKEN = "TWILIO_AUTH_TOKEN";
    private static final String DEMO_TOKEN = "local-demo-token";

    /**
     * These are decided by the options, or by the servers that are started; what operators ask is
     * for this machine alone, and so needs no token.
     */
    private static final List<String> REPLACED =
            List.of(
                    "KAFKA_",
                    "DATABASE_URL",
                    "HTTP_PORT",
                    "ADMIN_",
                    "INGEST_ADMIN_",
                    "OPS_",
                    "SPOOL_DIR");

    public ServiceEnvironment {
        variables = Map.copyOf(variables);
    }

    /** What becomes of the process's variables. */
    public static ServiceEnvironment of(Map<String, String> process) {
        Map<String, String> kept = new HashMap<>(process);
        kept.keySet().removeIf(name -> REPLACED.stream().anyMatch(name::startsWith));
        if (kept.getOrDefault(APP_ENV, "").isBlank()) {
            kept.put(APP_ENV, DEVELOPMENT);
        }
        boolean ownToken = !kept.getOrDefault(AUTH_TOKEN, "").isBlank();
        if (!ownToken && !kept.containsKey(AUTH_TOKEN + "_FILE")) {
            kept.put(AUTH_TOKEN, DEMO_TOKEN);
        }
        return new ServiceEnvironment(kept);
    }

    /** Whether unsigned callbacks are let through. */
    public boolean isDevelopment() {
        return variables.getOrDefault(APP_ENV, "").strip().equals(DEVELOPMENT);
    }

    /** The token that Twilio signs with now: the first one. */
    public String authToken() {
        String tokens = new Environment(variables).value(AUTH_TOKEN);
        return tokens == null ? DEMO_TOKEN : tokens.split(",", 2)[0].strip();
    }

    /** Whose requests are taken; a made-up account where none is named. */
    public String accountSid() {
        String account = new Environment(variables).value("TWILIO_ACCOUNT_SID");
        return account == null ? CallScenario.ACCOUNT_SID : account;
    }

    /** Under which address Twilio calls, where that is another than the one that is listened on. */
    public @Nullable String publicBaseUrl() {
        return new Environment(variables).value("PUBLIC_BASE_URL");
    }

    Map<String, String> forIngest(String kafka, int httpPort, int adminPort, Path spool) {
        return with(
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", kafka,
                        "HTTP_PORT", Integer.toString(httpPort),
                        "ADMIN_PORT", Integer.toString(adminPort),
                        "SPOOL_DIR", spool.toString()));
    }

    Map<String, String> forProcessor(String kafka, String databaseUrl, int opsPort, int adminPort) {
        return with(
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        kafka,
                        "DATABASE_URL",
                        databaseUrl,
                        "OPS_PORT",
                        Integer.toString(opsPort),
                        "INGEST_ADMIN_URLS",
                        "http://127.0.0.1:" + adminPort));
    }

    /** Hides the secrets. */
    @Override
    public String toString() {
        return "ServiceEnvironment" + variables.keySet();
    }

    private Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(more);
        return all;
    }
}
