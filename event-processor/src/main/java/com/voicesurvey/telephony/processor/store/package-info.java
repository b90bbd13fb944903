/**
 * What the transaction reads and writes, table by table, each in one statement whatever the batch's
 * size.
 */
@NullMarked
package com.voicesurvey.telephony.processor.store;

import org.jspecify.annotations.NullMarked;
