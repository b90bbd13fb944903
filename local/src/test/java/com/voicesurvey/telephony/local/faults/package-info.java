/**
 * Nothing lost, nothing doubled, whatever fails: rounds of load and faults over the whole pipeline,
 * each judged in the end by an oracle of its own.
 */
@NullMarked
package com.voicesurvey.telephony.local.faults;

import org.jspecify.annotations.NullMarked;
