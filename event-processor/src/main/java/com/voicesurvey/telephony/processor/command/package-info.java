/**
 * What operators type: replay, audit, dead letters, lag and calls.
 *
 * <p>Results go to the standard output, as text or as JSON; progress and complaints to the standard
 * error. The exit code says what was found, see {@link
 * com.voicesurvey.telephony.processor.command.ExitCode}.
 */
@NullMarked
package com.voicesurvey.telephony.processor.command;

import org.jspecify.annotations.NullMarked;
