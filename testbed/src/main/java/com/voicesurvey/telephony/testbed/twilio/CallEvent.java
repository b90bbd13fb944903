package com.voicesurvey.telephony.testbed.twilio;

/** What happened once, however often it is reported. */
public record CallEvent(String callId, String callSid, CallStatus status) {}
