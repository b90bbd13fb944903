/**
 * The form in which events travel between the services: the value of {@code call-events} and {@code
 * dialogue-starts} and the names of their topics and headers. The JSON Schemas beside this package
 * are the published contract; a change that would make old records unreadable takes a new schema
 * version.
 */
@NullMarked
package com.voicesurvey.telephony.domain.wire;

import org.jspecify.annotations.NullMarked;
