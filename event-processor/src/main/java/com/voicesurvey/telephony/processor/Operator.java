package com.voicesurvey.telephony.processor;

import com.voicesurvey.telephony.processor.command.Desk;
import com.voicesurvey.telephony.processor.command.OperatorCommands;
import com.voicesurvey.telephony.processor.config.ProcessorConfig;
import com.voicesurvey.telephony.processor.operate.Workbench;
import com.voicesurvey.telephony.processor.store.ConnectionPool;
import com.voicesurvey.telephony.processor.store.Database;
import com.voicesurvey.telephony.processor.topic.GroupMembers;
import com.voicesurvey.telephony.processor.topic.TopicSource;
import com.zaxxer.hikari.HikariDataSource;

import java.io.Console;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

/** Gives the operators' commands what they work with. */
final class Operator {
    private final Map<String, String> environment;

    private Operator(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The commands, configured by that environment. */
    static OperatorCommands commands(
            Map<String, String> environment, PrintStream out, PrintStream err) {
        Operator operator = new Operator(environment);
        return new OperatorCommands(new Desk(operator::with, out, err, isTerminal()));
    }

    /** The same on a database and a broker that are in use already. */
    static Workbench workbench(ProcessorConfig config, Database database) {
        return new Workbench(
                config,
                database,
                topic ->
                        new TopicSource(
                                topic, KafkaClients.admin(config), KafkaClients.reader(config)),
                new GroupMembers(() -> KafkaClients.admin(config), config.consumerGroup()),
                Clock.systemUTC());
    }

    private int with(Function<Workbench, Integer> work) {
        ProcessorConfig config = ProcessorConfig.of(environment);
        try (HikariDataSource pool = ConnectionPool.open(config.database())) {
            return work.apply(workbench(config, Database.on(pool)));
        }
    }

    @SuppressWarnings("SystemConsoleNull") // it still is null where nobody watches
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
