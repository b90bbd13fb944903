package com.voicesurvey.telephony.ingest.contract;

import com.voicesurvey.telephony.ingest.Callback;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

class TwilioContractTest extends ProviderContractTest {
    TwilioContractTest() {
        super(new TwilioSender());
    }

    private static final class TwilioSender implements Sender {
        private static final String SIGNATURE = "X-Twilio-Signature";

        @Override
        public Map<String, String> environment() {
            return Map.of();
        }

        @Override
        public String provider() {
            return "twilio";
        }

        @Override
        public HttpRequest.Builder genuine(int port, String callId, Report report) {
            return callback(callId, report).request(port);
        }

        @Override
        public HttpRequest.Builder forged(int port, String callId, Report report) {
            return callback(callId, report).withToken("somebody-else-s").request(port);
        }

        @Override
        public HttpRequest.Builder unsigned(int port, String callId, Report report) {
            Callback callback = callback(callId, report);
            return form(port, callback, callback.body());
        }

        @Override
        public HttpRequest.Builder unknown(int port, String callId) {
            return Callback.of("teleported").ofCall(callId).request(port);
        }

        @Override
        public HttpRequest.Builder withoutLeg(int port, String callId) {
            return callback(callId, Report.ANSWERED).without("CallSid").request(port);
        }

        @Override
        public HttpRequest.Builder withWrongCampaign(int port, String callId) {
            return Callback.of("busy")
                    .withQuery("call_id=" + callId + "&campaign_id=x&contact_id=y")
                    .request(port);
        }

        @Override
        public HttpRequest.Builder tampered(int port, String callId, Report report) {
            Callback callback = callback(callId, report);
            return form(port, callback, callback.body().replace("busy", "buzy"))
                    .header(SIGNATURE, callback.signature());
        }

        private static HttpRequest.Builder form(int port, Callback callback, String body) {
            return HttpRequest.newBuilder(callback.target(port))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body));
        }

        private static Callback callback(String callId, Report report) {
            return Callback.of(status(report)).ofCall(callId);
        }

        private static String status(Report report) {
            return switch (report) {
                case INITIATED -> "initiated";
                case ANSWERED -> "in-progress";
                case COMPLETED -> "completed";
                case NO_ANSWER -> "no-answer";
                case BUSY -> "busy";
                case FAILED -> "failed";
                case CANCELED -> "canceled";
            };
        }
    }
}
