package com.voicesurvey.telephony.testbed.kafka;

import java.nio.file.Path;
import java.util.List;

/** One node, broker and controller at once: where it listens and where it keeps its records. */
record BrokerNode(
        int id, int port, int controllerPort, Path logDirectory, List<ProxiedListener> listeners) {

    BrokerNode {
        listeners = List.copyOf(listeners);
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    String vote() {
        return id + "@127.0.0.1:" + controllerPort;
    }
}
