package com.voicesurvey.telephony.local.bench.micro;

import com.voicesurvey.telephony.domain.provider.RawRequest;
import com.voicesurvey.telephony.domain.provider.SigningKeys;
import com.voicesurvey.telephony.domain.provider.Verification;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.util.List;

/** The signature of a decoded request. */
@State(Scope.Thread)
public class VerifierBenchmark {
    private final RawRequest request = SampleCallback.request();
    private final SigningKeys keys = SigningKeys.of(List.of(SampleCallback.AUTH_TOKEN));

    /** A forgery would take another time. */
    @Setup
    public void requireGenuine() {
        if (!(verify() instanceof Verification.Genuine)) {
            throw new IllegalStateException("the sample is not genuine: " + verify());
        }
    }

    @Benchmark
    public Verification verify() {
        return SampleCallback.TWILIO.verify(request, keys);
    }
}
