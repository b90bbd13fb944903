package com.voicesurvey.telephony.domain.event;

/** One name and decoded value of a provider's request, as received; names may repeat. */
public record Parameter(String name, String value) {}
