package com.voicesurvey.telephony.local.faults.load;

import com.voicesurvey.telephony.testbed.twilio.CallbackClient;
import com.voicesurvey.telephony.testbed.twilio.Delivery;
import com.voicesurvey.telephony.testbed.twilio.RetryOn;
import com.voicesurvey.telephony.testbed.twilio.StatusCallback;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proxy in front of the instances that take callbacks, over kept-alive connections.
 *
 * <p>Requests go to the instances in turn. Where an instance takes no connection, nothing of the
 * request was sent, and it goes to the next one, to each once at most. Nothing else is tried again:
 * an answer of 5xx and a connection that breaks under a request are the sender's to see, since a
 * proxy cannot know what became of a POST.
 */
final class Balancer {
    private final List<CallbackClient> instances;
    private final AtomicInteger turn = new AtomicInteger();

    /**
     * @param instances each tries once
     */
    Balancer(List<CallbackClient> instances) {
        this.instances = List.copyOf(instances);
    }

    void send(StatusCallback callback, Journal journal) throws InterruptedException {
        int first = turn.getAndIncrement();
        for (int tries = 1; ; tries++) {
            int instance = Math.floorMod(first + tries - 1, instances.size());
            journal.sending(callback, instance);
            Delivery delivery = instances.get(instance).send(callback);
            if (tries == instances.size() || !isRefused(delivery)) {
                journal.delivered(callback, instance, delivery);
                return;
            }
            journal.passedOver();
        }
    }

    private static boolean isRefused(Delivery delivery) {
        return delivery instanceof Delivery.GaveUp none
                && none.failure() == RetryOn.CONNECT_FAILURE;
    }
}
