/**
 * Compares the database with what the topic says of each call: folds the topic's events anew, and
 * names every field that came out otherwise.
 *
 * <p>Guarantees: what the dialogue, or a later attempt, has decided is neither called a difference
 * nor touched by a repair.
 */
@NullMarked
package com.voicesurvey.telephony.processor.audit;

import org.jspecify.annotations.NullMarked;
