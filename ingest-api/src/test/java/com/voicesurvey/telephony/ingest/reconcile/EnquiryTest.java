package com.voicesurvey.telephony.ingest.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.event.ProviderError;
import com.voicesurvey.telephony.domain.provider.FetchedCall;
import com.voicesurvey.telephony.domain.provider.ParsedCallback;
import com.voicesurvey.telephony.domain.wire.OverdueCall;
import com.voicesurvey.telephony.ingest.publish.FakePublisher;
import com.voicesurvey.telephony.ingest.publish.PublishResult;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

class EnquiryTest {
    private static final Instant NOW = Instant.parse("2026-02-12T12:03:00Z");
    private static final Instant ENDED = Instant.parse("2026-02-12T11:48:38Z");
    private static final ProviderCallId LEG = new ProviderCallId("CA1");
    private static final OverdueCall CALL =
            new OverdueCall(
                    new CallId("call-1"),
                    new CampaignId(UUID.randomUUID()),
                    new ContactId(UUID.randomUUID()),
                    LEG,
                    1);

    private final FakePublisher publisher = new FakePublisher();

    @Test
    void an_end_that_the_provider_reports_is_kept_as_the_event_that_the_callback_would_have_been() {
        assertThat(ask(known("completed", EventType.COMPLETED)))
                .isEqualTo(new Enquiry.Result.Ended(EventType.COMPLETED));
        assertThat(publisher.events()).hasSize(1);
        ParsedCallback.Event kept = publisher.events().getFirst();
        assertThat(kept.event())
                .isInstanceOfSatisfying(
                        CallEvent.Completed.class,
                        completed ->
                                assertThat(completed.duration()).isEqualTo(Duration.ofSeconds(13)));
        assertThat(kept.event().header().callId()).isEqualTo(CALL.callId());
        assertThat(kept.event().header().providerCallId()).isEqualTo(LEG);
        assertThat(kept.event().header().providerTime()).isEqualTo(ENDED);
        assertThat(kept.event().header().campaignId()).isEqualTo(CALL.campaignId());
        assertThat(kept.event().header().contactId()).isEqualTo(CALL.contactId());
        assertThat(kept.event().header().receivedAt()).isEqualTo(NOW);
        assertThat(kept.parameters())
                .containsExactly(
                        new Parameter("Reconciled", "true"),
                        new Parameter("CallSid", "CA1"),
                        new Parameter("CallStatus", "completed"),
                        new Parameter("CallDuration", "13"));
    }

    @Test
    void a_call_that_goes_on_or_that_the_provider_does_not_know_gives_no_event() {
        assertThat(ask(known("in-progress", null))).isInstanceOf(Enquiry.Result.Nothing.class);
        assertThat(ask(new FetchedCall.Unknown(LEG))).isInstanceOf(Enquiry.Result.Nothing.class);
        assertThat(ask(new FetchedCall.Refused(new ProviderError("20003", "no"), false)))
                .isInstanceOf(Enquiry.Result.Nothing.class);
        assertThat(publisher.events()).isEmpty();
    }

    @Test
    void a_provider_that_is_away_or_busy_is_asked_again_later() {
        assertThat(ask(new FetchedCall.Unreachable("away")))
                .isInstanceOf(Enquiry.Result.Later.class);
        assertThat(ask(new FetchedCall.Refused(new ProviderError("20429", "slow down"), true)))
                .isInstanceOf(Enquiry.Result.Later.class);
    }

    @Test
    void an_end_that_cannot_be_kept_is_asked_for_again() {
        publisher.answer(new PublishResult.Unavailable("full"));
        assertThat(ask(known("busy", EventType.BUSY))).isInstanceOf(Enquiry.Result.Later.class);
    }

    private static FetchedCall known(String status, @Nullable EventType end) {
        return new FetchedCall.Known(
                LEG, status, end, ENDED.minusSeconds(13), ENDED, Duration.ofSeconds(13));
    }

    private Enquiry.Result ask(FetchedCall answer) {
        return new Enquiry(
                        new AskedProvider(_ -> answer), publisher, Clock.fixed(NOW, ZoneOffset.UTC))
                .ask(CALL);
    }
}
