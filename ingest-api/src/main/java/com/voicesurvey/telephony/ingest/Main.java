package com.voicesurvey.telephony.ingest;

import com.voicesurvey.telephony.domain.settings.InvalidConfigException;
import com.voicesurvey.telephony.domain.start.SlowParts;
import com.voicesurvey.telephony.ingest.config.IngestConfig;
import com.voicesurvey.telephony.ingest.config.Variable;
import com.voicesurvey.telephony.ingest.spool.SpoolUnusableException;

import io.javalin.util.JavalinBindException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/**
 * Runs the service until it is told to stop (SIGTERM, SIGINT). Exit codes: 0 after a graceful stop,
 * 2 if the configuration is wrong, 1 for anything else.
 */
public final class Main {
    private static final int CONFIGURATION_WRONG = 2;
    private static final int FAILED = 1;

    private Main() {}

    /** Takes {@code --help} or nothing; everything else comes from the environment. */
    public static void main(String[] args) {
        if (args.length > 0) {
            System.exit(explain(args));
        }
        try {
            run(IngestConfig.of(System.getenv()));
        } catch (InvalidConfigException e) {
            fail(CONFIGURATION_WRONG, String.valueOf(e.getMessage()));
        } catch (JavalinBindException | SpoolUnusableException e) {
            fail(FAILED, String.valueOf(e.getMessage()));
        }
    }

    private static void run(IngestConfig config) {
        SlowParts.spare();
        LogSetup.apply(config.logLevel());
        Logger log = LoggerFactory.getLogger(Main.class);
        log.info("starting with {}", config);
        if (!config.enforceSignatures()) {
            log.warn(
                    "SIGNATURES ARE NOT ENFORCED: anybody can report calls, because"
                            + " APP_ENV=development. Never run this where others can reach it.");
        }
        IngestApi api = IngestApi.start(config);
        CountDownLatch stopped = new CountDownLatch(1);
        Thread stop =
                new Thread(
                        () -> {
                            log.info("stopping: answering what was accepted");
                            api.close();
                            log.info("stopped");
                            stopped.countDown();
                            // the code of a signal's death otherwise
                            Runtime.getRuntime().halt(0);
                        },
                        "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        log.info("webhooks on port {}, health and metrics on port {}", api.port(), api.adminPort());
        awaitUninterruptibly(stopped);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int explain(String[] args) {
        boolean help = args.length == 1 && (args[0].equals("--help") || args[0].equals("-h"));
        if (!help) {
            System.err.println("Takes no arguments but --help; it is configured by variables.");
        }
        StringBuilder text = new StringBuilder("ingest-api: environment variables\n\n");
        for (Variable variable : Variable.values()) {
            String value = Objects.requireNonNullElse(variable.defaultValue(), "-");
            text.append("  %-24s %-12s %s%n".formatted(variable, value, variable.meaning()));
        }
        text.append("\nNAME_FILE instead of NAME reads the value from that file.");
        (help ? System.out : System.err).println(text);
        return help ? 0 : CONFIGURATION_WRONG;
    }

    private static void fail(int code, String message) {
        System.err.println(message);
        System.exit(code);
    }
}
