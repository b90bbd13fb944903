package com.voicesurvey.telephony.local.demo;

import com.voicesurvey.telephony.local.run.Pipeline;
import com.voicesurvey.telephony.local.run.RunFailedException;
import com.voicesurvey.telephony.local.run.StopSignal;
import com.voicesurvey.telephony.local.simulate.NewCall;
import com.voicesurvey.telephony.testbed.twilio.CallEnd;
import com.voicesurvey.telephony.testbed.twilio.CallIds;
import com.voicesurvey.telephony.testbed.twilio.CallStatus;
import com.voicesurvey.telephony.testbed.twilio.CallbackClient;
import com.voicesurvey.telephony.testbed.twilio.CallbackUrl;
import com.voicesurvey.telephony.testbed.twilio.Delivery;
import com.voicesurvey.telephony.testbed.twilio.Line;
import com.voicesurvey.telephony.testbed.twilio.StatusCallback;
import com.voicesurvey.telephony.testbed.twilio.TwilioSigner;

import java.time.Instant;
import java.util.List;

/**
 * A whole call, so that there is one to look at. It goes the way of every other, and so finds out
 * whether that is open, and pays for the first steps of a process that has just started.
 */
public record FirstCall(Pipeline pipeline) {
    private static final List<CallStatus> STATUSES =
            List.of(
                    CallStatus.INITIATED,
                    CallStatus.RINGING,
                    CallStatus.IN_PROGRESS,
                    CallStatus.COMPLETED);
    private static final int SECONDS = 42;
    private static final int TRIES = 10;

    /**
     * Reports the call from its start to its end.
     *
     * @throws RunFailedException if a callback is not accepted in the end
     */
    public void play(StopSignal stop) {
        var url = new CallbackUrl(pipeline.publicBase(), pipeline.webhookBase(), "");
        var signer = new TwilioSigner(pipeline.services().authToken());
        Line line = line(pipeline.services().accountSid());
        try (CallbackClient client = new CallbackClient(url, signer)) {
            stop.then(client::close);
            for (CallStatus status : STATUSES) {
                send(client, callback(status, line), stop);
            }
        }
    }

    private static void send(CallbackClient client, StatusCallback callback, StopSignal stop) {
        for (int tries = 1; ; tries++) {
            stop.check();
            Delivery delivery = sent(client, callback);
            if (delivery instanceof Delivery.Accepted) {
                return;
            }
            if (tries == TRIES) {
                throw new RunFailedException("The first callback was not accepted: " + delivery);
            }
        }
    }

    private static Delivery sent(CallbackClient client, StatusCallback callback) {
        try {
            return client.send(callback);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailedException("Stopped.");
        }
    }

    private static Line line(String accountSid) {
        return new Line(
                accountSid,
                "+15550100001",
                DemoCampaign.LAST_CALL.phoneNumber(),
                "",
                "",
                "",
                "",
                "US");
    }

    private static StatusCallback callback(CallStatus status, Line line) {
        NewCall call = DemoCampaign.LAST_CALL;
        return new StatusCallback(
                new CallIds(
                        call.callId(),
                        call.campaignId(),
                        call.contactId(),
                        "CAfedcba9876543210fedcba9876543210"),
                line,
                status,
                STATUSES.indexOf(status),
                Instant.now(),
                status.isTerminal() ? new CallEnd(SECONDS, 200, null, null, "human") : null);
    }
}
