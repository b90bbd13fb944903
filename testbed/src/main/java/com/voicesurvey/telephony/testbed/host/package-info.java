/** What a server needs of the machine that it runs on: a directory and a port. */
@NullMarked
package com.voicesurvey.telephony.testbed.host;

import org.jspecify.annotations.NullMarked;
