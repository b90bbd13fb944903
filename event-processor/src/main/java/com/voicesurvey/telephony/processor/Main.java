package com.voicesurvey.telephony.processor;

import com.voicesurvey.telephony.domain.fault.Reason;
import com.voicesurvey.telephony.domain.settings.InvalidConfigException;
import com.voicesurvey.telephony.domain.start.SlowParts;
import com.voicesurvey.telephony.processor.command.OperatorCommands;
import com.voicesurvey.telephony.processor.config.DatabaseSettings;
import com.voicesurvey.telephony.processor.config.ProcessorConfig;
import com.voicesurvey.telephony.processor.config.Variable;
import com.voicesurvey.telephony.processor.migrate.Migrations;
import com.voicesurvey.telephony.processor.store.ConnectionPool;
import com.zaxxer.hikari.HikariDataSource;

import io.javalin.util.JavalinBindException;

import org.apache.kafka.common.KafkaException;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.CompletionException;

/**
 * Runs the service until it is told to stop (SIGTERM, SIGINT). Exit codes: 0 after a graceful stop,
 * 2 if the configuration is wrong, 1 for anything else.
 */
public final class Main {
    private static final int CONFIGURATION_WRONG = 2;
    private static final int FAILED = 1;

    private Main() {}

    /**
     * Takes nothing, {@code migrate}, {@code --help} or one of {@link OperatorCommands}; everything
     * else comes from the environment.
     */
    public static void main(String[] args) {
        if (args.length > 0 && OperatorCommands.NAMES.contains(args[0])) {
            // the standard output is for results
            System.setProperty("LOG_STREAM", "System.err");
            System.exit(Operator.commands(System.getenv(), System.out, System.err).run(args));
        }
        boolean migrate = args.length == 1 && args[0].equals("migrate");
        if (args.length > 0 && !migrate) {
            System.exit(explain(args));
        }
        try {
            if (migrate) {
                migrate(DatabaseSettings.of(System.getenv()));
            } else {
                run(ProcessorConfig.of(System.getenv()));
            }
        } catch (InvalidConfigException e) {
            fail(CONFIGURATION_WRONG, String.valueOf(e.getMessage()));
        } catch (JavalinBindException | KafkaException | FlywayException e) {
            fail(FAILED, Reason.of(e));
        }
    }

    private static void run(ProcessorConfig config) {
        SlowParts.spare();
        LogSetup.apply(config.logLevel());
        Logger log = LoggerFactory.getLogger(Main.class);
        log.info("Starting with {}", config);
        EventProcessor processor = EventProcessor.start(config);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    log.info("Stopping: finishing the batch in hand");
                                    boolean failed = processor.ended().isCompletedExceptionally();
                                    processor.close();
                                    log.info("Stopped");
                                    // the code of a signal's death otherwise
                                    Runtime.getRuntime().halt(failed ? FAILED : 0);
                                },
                                "stop"));
        log.info("Health, metrics and calls on port {}", processor.opsPort());
        try {
            processor.ended().join();
        } catch (CompletionException e) {
            System.exit(FAILED);
        }
    }

    /** Brings the tables up and ends; for a job that has more rights than the service. */
    private static void migrate(DatabaseSettings settings) {
        try (HikariDataSource pool = ConnectionPool.open(settings)) {
            Migrations.run(pool);
        } catch (SQLException e) {
            fail(FAILED, Reason.of(e));
        }
    }

    private static int explain(String[] args) {
        boolean help = args.length == 1 && (args[0].equals("--help") || args[0].equals("-h"));
        if (!help) {
            System.err.println("There is no command '" + String.join(" ", args) + "'.");
        }
        StringBuilder text = new StringBuilder("event-processor: environment variables\n\n");
        for (Variable variable : Variable.values()) {
            String value = Objects.requireNonNullElse(variable.defaultValue(), "-");
            text.append("  %-24s %-16s %s%n".formatted(variable, value, variable.meaning()));
        }
        text.append("\nWithout a command it applies call events until it is told to stop.\n");
        text.append(
                "replay, audit, dead-letters, lag and calls are for operators: each has --help.\n");
        text.append("migrate brings the tables up and ends; it reads DATABASE_URL alone.\n");
        text.append("NAME_FILE instead of NAME reads the value from that file.");
        (help ? System.out : System.err).println(text);
        return help ? 0 : CONFIGURATION_WRONG;
    }

    private static void fail(int code, String message) {
        System.err.println(message);
        System.exit(code);
    }
}
