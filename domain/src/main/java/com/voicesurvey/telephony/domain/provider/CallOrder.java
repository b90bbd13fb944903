package com.voicesurvey.telephony.domain.provider;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.Language;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * A call to be placed.
 *
 * @param to the telephone number to dial, E.164
 * @param from the telephone number to show, E.164
 * @param language the language that the dialogue will speak
 * @param answerUrl where the provider asks what to do once somebody picks up
 * @param account which of several accounts at the provider dials; null for the main one
 */
public record CallOrder(
        CallId callId,
        CampaignId campaignId,
        ContactId contactId,
        String to,
        String from,
        Language language,
        URI answerUrl,
        @Nullable String account) {

    // 15 digits at most, the country code included, which does not begin with 0
    private static final Pattern E_164 = Pattern.compile("\\+[1-9]\\d{1,14}");

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one of them is not written as E.164 says; names which,
     *     and not the number
     */
    public CallOrder {
        requireE164("the number to dial", to);
        requireE164("the number to show", from);
    }

    private static void requireE164(String what, String number) {
        if (!E_164.matcher(number).matches()) {
            throw new IllegalArgumentException(
                    what
                            + " is not E.164: a plus, the country code and the number, digits only,"
                            + " such as +15550100001");
        }
    }
}
