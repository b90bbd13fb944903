package com.voicesurvey.telephony.processor.audit;

import com.voicesurvey.telephony.domain.CallId;

/**
 * Something that the database holds otherwise than the topic says.
 *
 * @param field a column of the attempt, {@code contact.} and one of its contact, {@code ledger}, or
 *     {@code attempt} where there is none
 */
public record Difference(CallId call, String field, String topicSays, String databaseSays) {}
