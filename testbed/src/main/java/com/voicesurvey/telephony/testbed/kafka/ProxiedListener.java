package com.voicesurvey.telephony.testbed.kafka;

import java.util.regex.Pattern;

/**
 * A second door to a broker: clients that come through it are sent on to a port of somebody else's,
 * such as a proxy that leads back here. A Kafka client connects to what the broker tells it.
 *
 * @param name capitals and underscores, such as {@code INGEST}
 * @param port where the broker listens
 * @param advertisedPort where the broker sends its clients
 */
public record ProxiedListener(String name, int port, int advertisedPort) {
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z_]*");

    public ProxiedListener {
        if (!NAME.matcher(name).matches() || name.equals(BrokerProperties.CONTROLLER_LISTENER)) {
            throw new IllegalArgumentException("name must match " + NAME + ", not '" + name + "'");
        }
    }

    String listens() {
        return name + "://127.0.0.1:" + port;
    }

    String advertises() {
        return name + "://127.0.0.1:" + advertisedPort;
    }
}
