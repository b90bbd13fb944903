package com.voicesurvey.telephony.ingest.http;

import com.voicesurvey.telephony.ingest.config.Limits;
import com.voicesurvey.telephony.ingest.config.Listeners;
import com.voicesurvey.telephony.ingest.metrics.IngestMetrics;

import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * How the public port speaks HTTP: to the letter, so that no proxy before it can understand a
 * request in another way; and with a limit to each thing that a stranger can make it hold.
 */
final class PublicConnector {
    /** Connections that the operating system may complete before they are accepted. */
    private static final int ACCEPT_QUEUE = 1024;

    /** How long connections may be silent once there is room for no more of them. */
    private static final Duration IDLE_WHEN_FULL = Duration.ofSeconds(1);

    private PublicConnector() {}

    static ServerConnector of(
            Server server,
            Executor executor,
            HttpConfiguration http,
            Listeners listeners,
            Limits limits,
            IngestMetrics metrics) {
        http.setRequestHeaderSize(limits.maxHeaderBytes());
        // Jetty remembers the headers of each connection in a table of 100 KB
        http.setHeaderCacheSize(0);
        http.setHttpCompliance(HttpCompliance.STRICT);
        http.setUriCompliance(UriCompliance.DEFAULT);
        ServerConnector connector =
                new RefusingConnector(server, executor, new HttpConnectionFactory(http));
        connector.setHost(listeners.host());
        connector.setPort(listeners.port());
        connector.setIdleTimeout(limits.idleTimeout().toMillis());
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        SlowHeads slowHeads = new SlowHeads(connector.getScheduler(), limits.headTimeout());
        http.addCustomizer(slowHeads);
        http.addCustomizer(new PlainFraming());
        connector.addBean(slowHeads);
        NetworkConnectionLimit room = new NetworkConnectionLimit(limits.maxConnections(), server);
        room.setEndPointIdleTimeout(
                Math.min(IDLE_WHEN_FULL.toMillis(), limits.idleTimeout().toMillis()));
        server.addBean(room);
        metrics.watchConnections(room::getNetworkConnectionCount);
        return connector;
    }
}
