package com.voicesurvey.telephony.local.bench.host;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/**
 * What every benchmark is told.
 *
 * @param rounds how often each is measured, in turn
 * @param jvm what the measured JVMs are started with
 * @param out where results go; null for {@code target/bench} of the checkout
 */
public record Setup(int rounds, JvmOptions jvm, @Nullable Path out) {}
