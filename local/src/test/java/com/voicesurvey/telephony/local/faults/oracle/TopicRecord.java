package com.voicesurvey.telephony.local.faults.oracle;

/**
 * A record on a topic, as far as the oracle looks.
 *
 * @param callId its key
 * @param type {@code ce_type}
 * @param id {@code ce_id}
 */
public record TopicRecord(String callId, String type, String id) {}
