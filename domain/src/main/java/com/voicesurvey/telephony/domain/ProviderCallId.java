package com.voicesurvey.telephony.domain;

/** The provider's name for one leg of a call, 1 to 255 characters (Twilio: {@code CallSid}). */
public record ProviderCallId(String value) {
    public ProviderCallId {
        BoundedText.require("provider_call_id", value, BoundedText.ID_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
