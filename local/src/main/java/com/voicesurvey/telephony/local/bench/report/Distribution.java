package com.voicesurvey.telephony.local.bench.report;

import org.HdrHistogram.Histogram;

/** How long things took, all rounds together, in microseconds. */
public record Distribution(String name, Histogram micros) {}
