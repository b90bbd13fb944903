package com.voicesurvey.telephony.domain.call;

import org.jspecify.annotations.Nullable;

/** What telephony may change about a contact. */
public record ContactStanding(ContactState state, @Nullable CallOutcome lastOutcome) {}
