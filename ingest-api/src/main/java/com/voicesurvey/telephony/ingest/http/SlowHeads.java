package com.voicesurvey.telephony.ingest.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Closes connections on which a request's head has begun and does not end. Jetty's idle timeout
 * starts anew with every byte, so that a byte a second would hold a connection for hours.
 *
 * <p>It looks at all connections a few times within the time allowed; one is closed at most two
 * looks late.
 */
final class SlowHeads extends AbstractLifeCycle
        implements Connection.Listener, HttpConfiguration.Customizer {
    private static final int LOOKS = 8;

    private final Map<Connection, AwaitedHead> awaited = new ConcurrentHashMap<>();
    private final Scheduler scheduler;
    private final Duration allowed;

    SlowHeads(Scheduler scheduler, Duration allowed) {
        this.scheduler = scheduler;
        this.allowed = allowed;
    }

    @Override
    public void onOpened(Connection connection) {
        await(connection);
    }

    @Override
    public void onClosed(Connection connection) {
        awaited.remove(connection);
    }

    /** The head of a request is complete; the next one may begin once it is answered. */
    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        ConnectionMetaData metaData = request.getConnectionMetaData();
        awaited.remove(metaData.getConnection());
        Request.addCompletionListener(request, _ -> await(metaData.getConnection()));
        return request;
    }

    @Override
    protected void doStart() {
        lookLater();
    }

    private void await(Connection connection) {
        awaited.put(connection, new AwaitedHead(connection.getBytesIn()));
        if (!connection.getEndPoint().isOpen()) {
            awaited.remove(connection);
        }
    }

    private void look() {
        if (!isRunning() && !isStarting()) {
            return;
        }
        long now = System.nanoTime();
        awaited.forEach(
                (connection, head) -> {
                    if (head.isLate(connection.getBytesIn(), now, allowed)) {
                        connection.getEndPoint().close();
                    }
                });
        lookLater();
    }

    private void lookLater() {
        scheduler.schedule(this::look, allowed.toNanos() / LOOKS, TimeUnit.NANOSECONDS);
    }
}
