package com.voicesurvey.telephony.local.run;

import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.Deque;

/** Things to close, the latest first; one that cannot be closed does not keep the others open. */
public final class Owned implements AutoCloseable {
    private final Deque<AutoCloseable> resources = new ArrayDeque<>();

    public <T extends AutoCloseable> T own(T resource) {
        resources.push(resource);
        return resource;
    }

    /** Leaves everything open, for another owner. */
    void release() {
        resources.clear();
    }

    @Override
    public void close() {
        while (!resources.isEmpty()) {
            AutoCloseable resource = resources.pop();
            try {
                resource.close();
            } catch (Exception e) {
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                LoggerFactory.getLogger(Owned.class).warn("Closing {} failed", resource, e);
            }
        }
    }
}
