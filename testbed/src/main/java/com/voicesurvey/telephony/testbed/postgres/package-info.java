/**
 * A real PostgreSQL, as a process of this machine or in a container. It commits to disk as in
 * production, and never outlives the JVM that started it.
 */
@NullMarked
package com.voicesurvey.telephony.testbed.postgres;

import org.jspecify.annotations.NullMarked;
