/**
 * The operators' console: a page with live figures and with what happened to a call. It looks, and
 * changes nothing. What it shows is what all processors share, so that it does not matter which one
 * is asked. Telephone numbers are masked until somebody asks for them, which is logged.
 */
@NullMarked
package com.voicesurvey.telephony.processor.console;

import org.jspecify.annotations.NullMarked;
