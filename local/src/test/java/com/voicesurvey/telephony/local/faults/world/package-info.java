/**
 * The whole pipeline as separate processes, over links that can be made to fail: the services from
 * their jars, a Kafka of child JVMs and a PostgreSQL, each to be killed, frozen and started again.
 */
@NullMarked
package com.voicesurvey.telephony.local.faults.world;

import org.jspecify.annotations.NullMarked;
