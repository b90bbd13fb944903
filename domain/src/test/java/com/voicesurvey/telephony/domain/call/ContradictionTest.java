package com.voicesurvey.telephony.domain.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.Report;

import org.junit.jupiter.api.Test;

import java.util.UUID;

/** Rule 8: an event whose ids contradict the attempt's is not applied, and says which and how. */
class ContradictionTest {
    private static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-000000000000");

    @Test
    void another_call_contradicts() {
        assertContradiction(
                Report.of(EventType.BUSY).call(new CallId("another")),
                "call_id is another, the attempt's is test-call-123");
    }

    @Test
    void another_campaign_contradicts() {
        assertContradiction(
                Report.of(EventType.BUSY).campaign(new CampaignId(OTHER)),
                "campaign_id is "
                        + OTHER
                        + ", the attempt's is 550e8400-e29b-41d4-a716-446655440000");
    }

    @Test
    void another_contact_contradicts() {
        assertContradiction(
                Report.of(EventType.BUSY).contact(new ContactId(OTHER)),
                "contact_id is "
                        + OTHER
                        + ", the attempt's is 6ba7b810-9dad-41d1-80b4-00c04fd430c8");
    }

    @Test
    void a_child_leg_with_other_ids_contradicts_too() {
        assertContradiction(
                Report.of(EventType.BUSY)
                        .call(new CallId("another"))
                        .leg(new ProviderCallId("CA1"))
                        .childOf(Report.LEG),
                "call_id is another, the attempt's is test-call-123");
    }

    private static void assertContradiction(Report report, String detail) {
        assertThat(CallStateMachine.apply(Situation.dialled().state(), report.event()))
                .isEqualTo(new Transition.Contradiction(detail));
    }
}
