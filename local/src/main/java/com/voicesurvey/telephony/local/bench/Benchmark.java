package com.voicesurvey.telephony.local.bench;

import com.voicesurvey.telephony.local.bench.apply.ApplySettings;
import com.voicesurvey.telephony.local.bench.host.JvmOptions;
import com.voicesurvey.telephony.local.bench.ingest.IngestSettings;

/** What is to be measured. */
public sealed interface Benchmark {
    /** How often each variant is measured. */
    int rounds();

    /** What the services' JVMs are started with. */
    JvmOptions jvm();

    /** Callbacks a second. */
    record Ingest(int rounds, JvmOptions jvm, IngestSettings settings) implements Benchmark {}

    /** Events a second from topic to database. */
    record Apply(int rounds, JvmOptions jvm, ApplySettings settings) implements Benchmark {}
}
