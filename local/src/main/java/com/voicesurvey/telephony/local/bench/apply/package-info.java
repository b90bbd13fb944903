/** {@code bench apply}: events a second from the topic into the database. */
@NullMarked
package com.voicesurvey.telephony.local.bench.apply;

import org.jspecify.annotations.NullMarked;
