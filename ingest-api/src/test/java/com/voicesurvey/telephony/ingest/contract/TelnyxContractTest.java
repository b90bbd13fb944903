package com.voicesurvey.telephony.ingest.contract;

import com.voicesurvey.telephony.ingest.telnyx.TelnyxRequest;
import com.voicesurvey.telephony.ingest.telnyx.TelnyxSigner;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpRequest;
import java.util.Map;

class TelnyxContractTest extends ProviderContractTest {
    TelnyxContractTest() {
        super(new TelnyxSender());
    }

    private static final class TelnyxSender implements Sender {
        private final TelnyxSigner signer = TelnyxSigner.create();
        private final TelnyxSigner other = TelnyxSigner.create();

        @Override
        public Map<String, String> environment() {
            return Map.of("TELNYX_PUBLIC_KEY", signer.publicKey());
        }

        @Override
        public String provider() {
            return "telnyx";
        }

        @Override
        public HttpRequest.Builder genuine(int port, String callId, Report report) {
            return event(callId, report).signed(signer).to(port);
        }

        @Override
        public HttpRequest.Builder forged(int port, String callId, Report report) {
            return event(callId, report).signed(other).to(port);
        }

        @Override
        public HttpRequest.Builder unsigned(int port, String callId, Report report) {
            return event(callId, report).to(port);
        }

        @Override
        public HttpRequest.Builder unknown(int port, String callId) {
            return TelnyxRequest.of(callId, "call.teleported").signed(signer).to(port);
        }

        @Override
        public HttpRequest.Builder withoutLeg(int port, String callId) {
            return event(callId, Report.ANSWERED)
                    .replacing("call_control_id", "call_out_of_control_id")
                    .signed(signer)
                    .to(port);
        }

        @Override
        public HttpRequest.Builder withWrongCampaign(int port, String callId) {
            return event(callId, Report.ANSWERED)
                    .withState("{\"call_id\":\"c\",\"campaign_id\":\"x\",\"contact_id\":\"y\"}")
                    .signed(signer)
                    .to(port);
        }

        @Override
        public HttpRequest.Builder tampered(int port, String callId, Report report) {
            return event(callId, report)
                    .signed(signer)
                    .replacing("user_busy", "user_buzy")
                    .to(port);
        }

        private static TelnyxRequest event(String callId, Report report) {
            String cause = cause(report);
            TelnyxRequest request = TelnyxRequest.of(callId, type(report));
            return cause == null ? request : request.withCause(cause);
        }

        private static String type(Report report) {
            return switch (report) {
                case INITIATED -> "call.initiated";
                case ANSWERED -> "call.answered";
                case COMPLETED, NO_ANSWER, BUSY, FAILED, CANCELED -> "call.hangup";
            };
        }

        private static @Nullable String cause(Report report) {
            return switch (report) {
                case INITIATED, ANSWERED -> null;
                case COMPLETED -> "normal_clearing";
                case NO_ANSWER -> "timeout";
                case BUSY -> "user_busy";
                case FAILED -> "not_found";
                case CANCELED -> "originator_cancel";
            };
        }
    }
}
