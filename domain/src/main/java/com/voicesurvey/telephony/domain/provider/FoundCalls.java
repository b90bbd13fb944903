package com.voicesurvey.telephony.domain.provider;

import com.voicesurvey.telephony.domain.ProviderCallId;

import java.util.List;

/** What the provider said when it was asked which calls it has taken on. */
public sealed interface FoundCalls {
    /**
     * All that fit, the oldest first.
     *
     * @param ids empty where there is none
     */
    record Found(List<ProviderCallId> ids) implements FoundCalls {
        public Found {
            ids = List.copyOf(ids);
        }
    }

    /** It refused to say, or no answer came. */
    record Unanswered(String detail) implements FoundCalls {}
}
