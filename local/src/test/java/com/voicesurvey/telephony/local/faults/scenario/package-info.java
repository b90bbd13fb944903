/** What can go wrong: one scenario a file, each a schedule of faults while the load runs. */
@NullMarked
package com.voicesurvey.telephony.local.faults.scenario;

import org.jspecify.annotations.NullMarked;
