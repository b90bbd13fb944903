package com.voicesurvey.telephony.local.verify;

/**
 * A record on a topic, as far as the judge looks.
 *
 * @param type {@code ce_type}
 * @param id {@code ce_id}
 */
public record TopicRecord(String callId, String type, String id) {}
