package com.voicesurvey.telephony.processor.consume;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/** Follows which topic a name means: one that is created again has another id. */
final class TopicWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicWatch.class);
    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final String topic;
    private final TopicIdentity identity;
    private @Nullable String id;
    private @Nullable String trouble = "has not polled yet";
    private long nextLook = System.nanoTime();

    TopicWatch(String topic, TopicIdentity identity) {
        this.topic = topic;
        this.identity = identity;
    }

    /** The id of the topic as it was last seen; null where there is none. */
    @Nullable String id() {
        return id;
    }

    /** Why nothing is read, or null. */
    @Nullable String trouble() {
        return trouble;
    }

    /** Has the next look ask, however recent the last one was. */
    void lookSoon() {
        nextLook = System.nanoTime();
    }

    /**
     * Asks now and then.
     *
     * @return whether the name means another topic than before, or none any more
     */
    boolean look() throws InterruptedException {
        if (System.nanoTime() - nextLook < 0) {
            return false;
        }
        nextLook = System.nanoTime() + PERIOD.toNanos();
        return switch (identity.ask()) {
            case TopicIdentity.Answer.Id answer -> isNew(answer.id());
            case TopicIdentity.Answer.NoSuchTopic _ -> isGone();
            case TopicIdentity.Answer.NoAnswer answer -> {
                String said = "Kafka does not answer: " + answer.detail();
                if (!said.equals(trouble)) {
                    LOG.warn("{}", said);
                    trouble = said;
                }
                yield false;
            }
        };
    }

    @Override
    public void close() {
        identity.close();
    }

    private boolean isNew(String seen) {
        trouble = null;
        if (seen.equals(id)) {
            return false;
        }
        LOG.info("Reading topic {} of id {}", topic, seen);
        id = seen;
        return true;
    }

    private boolean isGone() {
        trouble = "topic " + topic + " is not there";
        if (id == null) {
            return false;
        }
        LOG.error("Topic {} is gone; waiting for one of that name", topic);
        id = null;
        return true;
    }
}
