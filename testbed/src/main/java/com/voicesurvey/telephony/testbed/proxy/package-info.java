/** A network that fails on demand: everything that goes over it goes through a TCP proxy. */
@NullMarked
package com.voicesurvey.telephony.testbed.proxy;

import org.jspecify.annotations.NullMarked;
