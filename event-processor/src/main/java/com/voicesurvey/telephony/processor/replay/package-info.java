/**
 * Applies a part of the topic again, beside the processors or in their place.
 *
 * <p>Guarantees: what the ledger holds is not applied again, and no dialogue starts.
 */
@NullMarked
package com.voicesurvey.telephony.processor.replay;

import org.jspecify.annotations.NullMarked;
