/** Certificates that are made when a test runs and are gone after it. */
@NullMarked
package com.voicesurvey.telephony.testbed.tls;

import org.jspecify.annotations.NullMarked;
