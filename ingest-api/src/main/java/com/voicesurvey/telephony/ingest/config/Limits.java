package com.voicesurvey.telephony.ingest.config;

import com.voicesurvey.telephony.domain.settings.RecordText;
import com.voicesurvey.telephony.domain.settings.Values;

import java.time.Duration;

/**
 * What one request and all of them together may take up.
 *
 * @param maxBodyBytes largest body that is read
 * @param maxParameters most parameters in the query, and in the form
 * @param maxHeaderBytes largest request line and headers together
 * @param headTimeout longest time that request line and headers may take to arrive
 * @param idleTimeout silence after which a connection is closed
 * @param readTimeout longest time that a body may take to arrive
 * @param maxInFlight most requests worked on at once
 * @param maxConnections most connections at once; further ones wait to be accepted
 */
public record Limits(
        int maxBodyBytes,
        int maxParameters,
        int maxHeaderBytes,
        Duration headTimeout,
        Duration idleTimeout,
        Duration readTimeout,
        int maxInFlight,
        int maxConnections) {

    // together, and with every byte escaped in JSON, they still fit into the record of 1 MiB that
    // Kafka takes by default
    private static final int LARGEST_BODY = 128 * 1024;
    private static final int LARGEST_HEADER = 32 * 1024;

    static Limits read(Values values) {
        Duration shortest = Duration.ofMillis(50);
        return new Limits(
                values.number(Variable.HTTP_MAX_BODY_BYTES, 1024, LARGEST_BODY),
                values.number(Variable.HTTP_MAX_PARAMETERS, 10, 10_000),
                values.number(Variable.HTTP_MAX_HEADER_BYTES, 1024, LARGEST_HEADER),
                values.duration(Variable.HTTP_HEAD_TIMEOUT, shortest, Duration.ofSeconds(15)),
                values.duration(Variable.HTTP_IDLE_TIMEOUT, shortest, Duration.ofHours(1)),
                values.duration(Variable.HTTP_READ_TIMEOUT, shortest, Duration.ofSeconds(15)),
                values.number(Variable.HTTP_MAX_IN_FLIGHT, 1, 1_000_000),
                values.number(Variable.HTTP_MAX_CONNECTIONS, 1, 1_000_000));
    }

    @Override
    public String toString() {
        return RecordText.of(
                this,
                maxBodyBytes,
                maxParameters,
                maxHeaderBytes,
                headTimeout,
                idleTimeout,
                readTimeout,
                maxInFlight,
                maxConnections);
    }
}
