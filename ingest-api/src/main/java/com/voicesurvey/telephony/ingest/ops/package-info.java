/**
 * The admin port, apart from the public one so that neither is reachable through the other: health,
 * metrics, and the OpenAPI document.
 */
@NullMarked
package com.voicesurvey.telephony.ingest.ops;

import org.jspecify.annotations.NullMarked;
