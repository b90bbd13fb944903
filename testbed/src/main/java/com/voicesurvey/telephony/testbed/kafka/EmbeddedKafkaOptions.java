package com.voicesurvey.telephony.testbed.kafka;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How an {@link EmbeddedKafka} is to run.
 *
 * @param port where clients connect, 0 for a free one
 * @param dataDirectory where records are kept, null for a temporary one that is deleted on close
 * @param brokerProperties broker properties that win over the testbed's own
 * @param listeners further doors, for clients that are to come over a proxy
 */
public record EmbeddedKafkaOptions(
        int port,
        @Nullable Path dataDirectory,
        Map<String, String> brokerProperties,
        List<ProxiedListener> listeners) {

    public EmbeddedKafkaOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be within 0 and 65535, not " + port);
        }
        brokerProperties = Map.copyOf(brokerProperties);
        listeners = List.copyOf(listeners);
    }

    /** A free port and a temporary directory. */
    public static EmbeddedKafkaOptions temporary() {
        return new EmbeddedKafkaOptions(0, null, Map.of(), List.of());
    }

    /** The given port and a directory that is kept. */
    public static EmbeddedKafkaOptions kept(int port, Path dataDirectory) {
        return new EmbeddedKafkaOptions(port, dataDirectory, Map.of(), List.of());
    }

    /** The same with one broker property more. */
    public EmbeddedKafkaOptions with(String brokerProperty, String value) {
        var properties = new HashMap<>(brokerProperties);
        properties.put(brokerProperty, value);
        return new EmbeddedKafkaOptions(port, dataDirectory, properties, listeners);
    }

    /** The same with one door more. */
    public EmbeddedKafkaOptions with(ProxiedListener listener) {
        var more = new ArrayList<>(listeners);
        more.add(listener);
        return new EmbeddedKafkaOptions(port, dataDirectory, brokerProperties, more);
    }
}
