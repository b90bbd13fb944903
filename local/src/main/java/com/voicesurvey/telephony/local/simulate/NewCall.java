package com.voicesurvey.telephony.local.simulate;

import java.util.UUID;

/** A call about to be placed: a contact's first attempt. */
public record NewCall(String callId, UUID campaignId, UUID contactId, String phoneNumber) {}
