package com.voicesurvey.telephony.domain.call;

import org.jspecify.annotations.Nullable;

/**
 * How an attempt's end leaves its contact.
 *
 * @param before how the contact stood before the attempt changed it; null where it changes nothing
 * @param after how the contact stands now
 */
record ContactChange(@Nullable ContactStanding before, ContactStanding after) {}
