/**
 * Places a call as the platform's scheduler does: registers the attempt, asks the provider to dial,
 * and notes what came of it.
 */
@NullMarked
package com.voicesurvey.telephony.local.place;

import org.jspecify.annotations.NullMarked;
