package com.voicesurvey.telephony.local.bench;

import com.voicesurvey.telephony.local.bench.apply.ApplySettings;
import com.voicesurvey.telephony.local.bench.endtoend.EndToEndSettings;
import com.voicesurvey.telephony.local.bench.footprint.FootprintSettings;
import com.voicesurvey.telephony.local.bench.growth.GrowthSettings;
import com.voicesurvey.telephony.local.bench.host.Setup;
import com.voicesurvey.telephony.local.bench.ingest.IngestSettings;

/** What is to be measured. */
public sealed interface Benchmark {
    Setup setup();

    /** Callbacks a second. */
    record Ingest(Setup setup, IngestSettings settings) implements Benchmark {}

    /** Events a second from topic to database. */
    record Apply(Setup setup, ApplySettings settings) implements Benchmark {}

    /** From callback to row and dialogue. */
    record EndToEnd(Setup setup, EndToEndSettings settings) implements Benchmark {}

    /** Events a second with millions of calls there already. */
    record Growth(Setup setup, GrowthSettings settings) implements Benchmark {}

    /**
     * The steps of a callback's way one by one.
     *
     * @param seconds how long each iteration takes
     */
    record Micro(Setup setup, int seconds) implements Benchmark {}

    /** Time to start, and memory. */
    record Footprint(Setup setup, FootprintSettings settings) implements Benchmark {}
}
