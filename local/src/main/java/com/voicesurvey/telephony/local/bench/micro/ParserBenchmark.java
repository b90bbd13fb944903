package com.voicesurvey.telephony.local.bench.micro;

import com.voicesurvey.telephony.domain.provider.ParsedCallback;
import com.voicesurvey.telephony.domain.provider.RawRequest;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.time.Instant;

/** From decoded parameters to the event. */
@State(Scope.Thread)
public class ParserBenchmark {
    private final RawRequest request = SampleCallback.request();
    private final Instant now = Instant.now();

    @Benchmark
    public ParsedCallback parse() {
        return SampleCallback.TWILIO.parse(request, now);
    }
}
