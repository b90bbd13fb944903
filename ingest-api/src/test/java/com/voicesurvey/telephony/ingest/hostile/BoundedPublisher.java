package com.voicesurvey.telephony.ingest.hostile;

import com.voicesurvey.telephony.domain.provider.ParsedCallback;
import com.voicesurvey.telephony.ingest.publish.EventPublisher;
import com.voicesurvey.telephony.ingest.publish.Keeping;
import com.voicesurvey.telephony.ingest.publish.PublishResult;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps so many events a second and no more, each after its turn; remembers none. */
final class BoundedPublisher implements EventPublisher {
    private final long nanosEach;
    private final ReentrantLock turn = new ReentrantLock(true);

    BoundedPublisher(int perSecond) {
        nanosEach = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    @Override
    public PublishResult publish(ParsedCallback.Event event) {
        return keep();
    }

    @Override
    public PublishResult quarantine(ParsedCallback.UnknownStatus report) {
        return keep();
    }

    @Override
    public Keeping keeping() {
        return new Keeping.Direct();
    }

    @Override
    public void close() {
        // holds nothing
    }

    private PublishResult keep() {
        turn.lock();
        try {
            long done = System.nanoTime() + nanosEach;
            while (System.nanoTime() - done < 0) {
                LockSupport.parkNanos(done - System.nanoTime());
            }
        } finally {
            turn.unlock();
        }
        return new PublishResult.Durable();
    }
}
