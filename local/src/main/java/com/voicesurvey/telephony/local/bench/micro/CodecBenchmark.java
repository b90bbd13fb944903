package com.voicesurvey.telephony.local.bench.micro;

import com.voicesurvey.telephony.domain.provider.ParsedCallback;
import com.voicesurvey.telephony.domain.wire.CallEventDecoder;
import com.voicesurvey.telephony.domain.wire.CallEventEncoder;
import com.voicesurvey.telephony.domain.wire.DecodedValue;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The topic's value, written and read. */
@State(Scope.Thread)
public class CodecBenchmark {
    private final ParsedCallback.Event sample = SampleCallback.event();
    private final byte[] value = CallEventEncoder.encode(sample.event(), sample.parameters());

    @Benchmark
    public byte[] encode() {
        return CallEventEncoder.encode(sample.event(), sample.parameters());
    }

    @Benchmark
    public DecodedValue decode() {
        return CallEventDecoder.decode(value);
    }
}
