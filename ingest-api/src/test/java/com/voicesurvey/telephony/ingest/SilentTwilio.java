package com.voicesurvey.telephony.ingest;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.Language;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.provider.CallOrder;
import com.voicesurvey.telephony.domain.provider.FetchedCall;
import com.voicesurvey.telephony.domain.provider.PlacedCall;
import com.voicesurvey.telephony.domain.wire.OverdueCall;
import com.voicesurvey.telephony.ingest.twilio.TwilioProvider;
import com.voicesurvey.telephony.testbed.proxy.Link;
import com.voicesurvey.telephony.testbed.proxy.TcpProxy;
import com.voicesurvey.telephony.testbed.rest.FakeCall;
import com.voicesurvey.telephony.testbed.rest.FakeCalls;
import com.voicesurvey.telephony.testbed.rest.FakeTwilio;
import com.voicesurvey.telephony.testbed.simulation.CallEnding;
import com.voicesurvey.telephony.testbed.simulation.CallMix;
import com.voicesurvey.telephony.testbed.simulation.CallScenario;
import com.voicesurvey.telephony.testbed.twilio.TwilioSigner;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A Twilio whose reports are all lost, behind a line that can be cut. */
final class SilentTwilio implements AutoCloseable {
    static final String ACCOUNT = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private static final double AT_ONCE = 1e6;
    private static final double REAL_TIME = 1;

    private final FakeCalls calls;
    private final FakeTwilio twilio;
    private final TcpProxy line;
    private final TwilioProvider provider;

    private SilentTwilio(CallScenario scenario) {
        calls =
                new FakeCalls(
                        scenario, new TwilioSigner(Callback.TOKEN), () -> "http://127.0.0.1:1", 1);
        twilio = FakeTwilio.start(ACCOUNT, Callback.TOKEN, calls);
        line = TcpProxy.to(twilio.url().getPort());
        SequencedMap<String, String> tokens = new LinkedHashMap<>();
        tokens.put(ACCOUNT, Callback.TOKEN);
        provider = TwilioProvider.of(tokens, twilio.url(), Callback.BASE);
    }

    /** Its calls end so, one after the other, as soon as they are placed. */
    static SilentTwilio endingAtOnce(CallEnding... endings) {
        return new SilentTwilio(scenario(AT_ONCE, endings));
    }

    /** Its calls end so, and take their time over it. */
    static SilentTwilio inRealTime(CallEnding... endings) {
        return new SilentTwilio(scenario(REAL_TIME, endings));
    }

    /** What stands for {@code https://api.twilio.com}; leads over the line. */
    String url() {
        return "http://127.0.0.1:" + line.port();
    }

    void set(Link link) {
        line.set(link);
    }

    void mood(FakeTwilio.Mood mood) {
        twilio.mood(mood);
    }

    /** A call that was taken on, as the question about it. */
    OverdueCall placed(String callId) {
        CampaignId campaign = new CampaignId(UUID.randomUUID());
        ContactId contact = new ContactId(UUID.randomUUID());
        CallOrder order =
                new CallOrder(
                        new CallId(callId),
                        campaign,
                        contact,
                        "+15550100002",
                        "+15550100001",
                        Language.EN,
                        URI.create(Callback.BASE + "/answer"),
                        null);
        return switch (provider.placeCall(order)) {
            case PlacedCall.Accepted(ProviderCallId id) ->
                    new OverdueCall(order.callId(), campaign, contact, id, 1);
            case PlacedCall.Refused refused -> throw new IllegalStateException("" + refused);
            case PlacedCall.InDoubt doubt -> throw new IllegalStateException("" + doubt);
        };
    }

    boolean hasEnded(OverdueCall call) {
        return provider.fetchCall(call.providerCallId()) instanceof FetchedCall.Known known
                && known.end() != null;
    }

    /** What is true of it. */
    FakeCall truth(OverdueCall call) {
        return calls.all().stream()
                .filter(fake -> fake.sid().equals(call.providerCallId().value()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        line.close();
        twilio.close();
    }

    private static CallScenario scenario(double speed, CallEnding... endings) {
        return LongStream.range(0, 1_000_000)
                .mapToObj(
                        seed ->
                                CallScenario.of(
                                        seed, CallMix.orderly().times(speed), Instant.EPOCH))
                .filter(scenario -> endings(scenario, endings.length).equals(List.of(endings)))
                .findFirst()
                .orElseThrow();
    }

    private static List<CallEnding> endings(CallScenario scenario, int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> scenario.plan(index, Duration.ZERO).ending())
                .toList();
    }
}
