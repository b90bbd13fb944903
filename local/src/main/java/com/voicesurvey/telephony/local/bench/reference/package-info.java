/** What ours is measured beside: the same work, as a team in a hurry would write it. */
@NullMarked
package com.voicesurvey.telephony.local.bench.reference;

import org.jspecify.annotations.NullMarked;
