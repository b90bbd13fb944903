/**
 * Reads a service's settings from its environment, alike in every service: once, and with all that
 * is wrong in one message.
 */
@NullMarked
package com.voicesurvey.telephony.domain.settings;

import org.jspecify.annotations.NullMarked;
