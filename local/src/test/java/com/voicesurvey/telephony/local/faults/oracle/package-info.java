/**
 * What has to be true after the faults: a model of the calls written plainly from the rules of the
 * contract, and the judgement of what is held against it. It shares no code with the product.
 */
@NullMarked
package com.voicesurvey.telephony.local.faults.oracle;

import org.jspecify.annotations.NullMarked;
