/** What operators look at agrees with itself: metrics, their page, alerts and the dashboard. */
@NullMarked
package com.voicesurvey.telephony.local.observe;

import org.jspecify.annotations.NullMarked;
