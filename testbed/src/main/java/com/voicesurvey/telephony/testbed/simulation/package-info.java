/**
 * Many simulated calls at a steady rate: what each one does is planned ahead from a seed, so that
 * its true end is known whatever becomes of its callbacks on their way.
 */
@NullMarked
package com.voicesurvey.telephony.testbed.simulation;

import org.jspecify.annotations.NullMarked;
