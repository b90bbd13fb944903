/** What was measured: tables, JSON, pictures, and the targets beside the figures. */
@NullMarked
package com.voicesurvey.telephony.local.bench.report;

import org.jspecify.annotations.NullMarked;
