package com.voicesurvey.telephony.domain.provider;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.Language;

import java.net.URI;

/**
 * A call to be placed.
 *
 * @param to the telephone number to dial, E.164
 * @param from the telephone number to show, E.164
 * @param language the language that the dialogue will speak
 * @param answerUrl where the provider asks what to do once somebody picks up
 */
public record CallOrder(
        CallId callId,
        CampaignId campaignId,
        ContactId contactId,
        String to,
        String from,
        Language language,
        URI answerUrl) {}
