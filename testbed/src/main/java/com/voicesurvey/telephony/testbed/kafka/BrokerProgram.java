package com.voicesurvey.telephony.testbed.kafka;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

import org.apache.kafka.common.utils.Time;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** One node as a program: takes the file with its properties and the cluster's id. */
final class BrokerProgram {
    private BrokerProgram() {}

    public static void main(String[] args) throws IOException {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(args[0]))) {
            properties.load(file);
        }
        int id = Integer.parseInt(properties.getProperty("node.id"));
        new BrokerFormat(id, args[1]).apply(Path.of(properties.getProperty("log.dirs")));
        var server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        server.awaitShutdown();
    }
}
