package com.voicesurvey.telephony.ingest.intake;

import com.voicesurvey.telephony.domain.provider.SigningKeys;
import com.voicesurvey.telephony.domain.provider.Verification;
import com.voicesurvey.telephony.ingest.metrics.IngestMetrics;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/**
 * Decides what a verification means: in development, what is not genuine is let through. Either way
 * each is counted, and one a second is logged, since anybody can send them.
 */
public final class SignatureGuard {
    private static final Logger LOG = LoggerFactory.getLogger(SignatureGuard.class);

    private final SigningKeys keys;
    private final boolean enforced;
    private final IngestMetrics metrics;
    private final LogRate rate = new LogRate(Duration.ofSeconds(1), System::nanoTime);

    public SignatureGuard(SigningKeys keys, boolean enforced, IngestMetrics metrics) {
        this.keys = keys;
        this.enforced = enforced;
        this.metrics = metrics;
    }

    SigningKeys keys() {
        return keys;
    }

    sealed interface Verdict {
        record Passed() implements Verdict {}

        record Refused(String detail) implements Verdict {}
    }

    Verdict check(Verification verification) {
        return switch (verification) {
            case Verification.Genuine() -> new Verdict.Passed();
            case Verification.Unsigned(String detail) -> notGenuine(detail);
            case Verification.Forged(String detail) -> notGenuine(detail);
        };
    }

    private Verdict notGenuine(String detail) {
        metrics.unverified(!enforced);
        rate.admit().ifPresent(heldBack -> log(detail, heldBack));
        return enforced ? new Verdict.Refused(detail) : new Verdict.Passed();
    }

    private void log(String detail, long heldBack) {
        LOG.warn(
                "{}: {} ({} more since the last such line)",
                enforced
                        ? "rejected"
                        : "let through although its signature is not right (APP_ENV=development)",
                detail,
                heldBack);
    }
}
