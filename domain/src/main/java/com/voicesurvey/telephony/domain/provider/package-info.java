/**
 * The door to a telephony provider: what its requests are verified and parsed into, and how calls
 * are placed and looked up. Everything behind this door is the same for every provider.
 */
@NullMarked
package com.voicesurvey.telephony.domain.provider;

import org.jspecify.annotations.NullMarked;
