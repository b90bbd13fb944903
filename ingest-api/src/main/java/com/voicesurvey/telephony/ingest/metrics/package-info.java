/** What the service counts and times, in Prometheus' format. */
@NullMarked
package com.voicesurvey.telephony.ingest.metrics;

import org.jspecify.annotations.NullMarked;
