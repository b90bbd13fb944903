/**
 * Calls whose end was never reported: the provider is asked, and what it says goes the way of a
 * callback.
 */
@NullMarked
package com.voicesurvey.telephony.ingest.reconcile;

import org.jspecify.annotations.NullMarked;
