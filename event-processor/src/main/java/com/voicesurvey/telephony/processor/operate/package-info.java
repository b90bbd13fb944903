/** What operators' work is done with, at a prompt as well as from the page. */
@NullMarked
package com.voicesurvey.telephony.processor.operate;

import org.jspecify.annotations.NullMarked;
