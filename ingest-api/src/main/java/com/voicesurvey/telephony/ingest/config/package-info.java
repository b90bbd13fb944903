/**
 * The service's configuration: environment variables in, one validated record out, or one message
 * that names every problem. No record here shows a secret in its {@code toString}.
 */
@NullMarked
package com.voicesurvey.telephony.ingest.config;

import org.jspecify.annotations.NullMarked;
