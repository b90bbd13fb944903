package com.voicesurvey.telephony.ingest.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A connector whose stop loses no request of a proxy that tries again where a connection is
 * refused: it refuses connections, then announces the end of each open one in its next answer, and
 * only then closes those that were not used.
 *
 * <p>The system closes a listening socket once the thread that waits in it has left, and until then
 * completes connections that nobody will accept; and Jetty by itself closes connections behind an
 * answer that had not announced it.
 */
final class RefusingConnector extends ServerConnector implements HttpConfiguration.Customizer {
    private static final Logger LOG = LoggerFactory.getLogger(RefusingConnector.class);
    private static final Duration TIME_TO_REFUSE = Duration.ofSeconds(2);

    private final ReentrantReadWriteLock accepting = new ReentrantReadWriteLock();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition oneLess = lock.newCondition();
    private volatile boolean announcing;

    RefusingConnector(Server server, Executor executor, HttpConnectionFactory http) {
        super(server, executor, null, null, -1, -1, http);
        http.getHttpConfiguration().addCustomizer(this);
    }

    /** Says that a connection ends with this answer, once the stop has begun. */
    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        if (announcing) {
            responseHeaders.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        }
        return request;
    }

    @Override
    public void accept(int acceptor) throws IOException {
        accepting.readLock().lock();
        try {
            super.accept(acceptor);
        } finally {
            accepting.readLock().unlock();
        }
    }

    /** Takes as long as a connection may be silent during a stop, if one is open so long. */
    @Override
    public CompletableFuture<Void> shutdown() {
        close();
        try {
            awaitRefusal();
            announcing = true;
            awaitLastAnswers(TimeUnit.MILLISECONDS.toNanos(getShutdownIdleTimeout()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return super.shutdown();
    }

    @Override
    protected void onEndPointClosed(EndPoint endPoint) {
        super.onEndPointClosed(endPoint);
        lock.lock();
        try {
            oneLess.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns once nobody waits for a connection any more. */
    private void awaitRefusal() throws InterruptedException {
        if (accepting.writeLock().tryLock(TIME_TO_REFUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            accepting.writeLock().unlock();
        } else {
            LOG.warn("the port is not closed yet: a connection may be broken off");
        }
    }

    private void awaitLastAnswers(long nanos) throws InterruptedException {
        long left = nanos;
        lock.lock();
        try {
            while (!getConnectedEndPoints().isEmpty() && left > 0) {
                left = oneLess.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
