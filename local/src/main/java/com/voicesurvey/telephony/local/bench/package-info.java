/**
 * The benchmark: ours and its references in turn, in one run, on the same machine and the same
 * load. What is measured runs in processes of its own; what they wrote is checked before a figure
 * counts.
 */
@NullMarked
package com.voicesurvey.telephony.local.bench;

import org.jspecify.annotations.NullMarked;
