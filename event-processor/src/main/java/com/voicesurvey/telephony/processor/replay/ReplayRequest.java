package com.voicesurvey.telephony.processor.replay;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.event.EventHeader;
import com.voicesurvey.telephony.processor.topic.TopicPosition;

import org.jspecify.annotations.Nullable;

/**
 * What is to be applied again.
 *
 * @param call only its events; null for those of all
 * @param campaign only its events; null for those of all
 * @param dryRun nothing is changed
 * @param takeOver also what no processor has read yet, in their place
 */
public record ReplayRequest(
        TopicPosition from,
        TopicPosition to,
        @Nullable CallId call,
        @Nullable CampaignId campaign,
        boolean dryRun,
        boolean takeOver) {

    public ReplayRequest {
        if (takeOver && (call != null || campaign != null)) {
            throw new IllegalArgumentException(
                    "taking over means all calls: without one call or campaign");
        }
    }

    boolean wants(EventHeader header) {
        return (call == null || call.equals(header.callId()))
                && (campaign == null || campaign.equals(header.campaignId()));
    }
}
