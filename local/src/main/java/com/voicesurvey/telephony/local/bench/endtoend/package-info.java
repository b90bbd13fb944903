/**
 * {@code bench end-to-end}: from the callback to the committed row, and to the dialogue's start.
 */
@NullMarked
package com.voicesurvey.telephony.local.bench.endtoend;

import org.jspecify.annotations.NullMarked;
