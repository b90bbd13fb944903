/**
 * The form in which events travel between the services: the values of {@code call-events}, {@code
 * dialogue-starts} and {@code call-overdue} and the names of their topics and headers. The JSON
 * Schemas beside this package are the published contract; a change that would make old records
 * unreadable takes a new schema version.
 */
@NullMarked
package com.voicesurvey.telephony.domain.wire;

import org.jspecify.annotations.NullMarked;
