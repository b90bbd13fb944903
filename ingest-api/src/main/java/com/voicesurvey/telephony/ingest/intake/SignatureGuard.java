package com.voicesurvey.telephony.ingest.intake;

import com.voicesurvey.telephony.domain.provider.SigningKeys;
import com.voicesurvey.telephony.domain.provider.Verification;
import com.voicesurvey.telephony.ingest.metrics.IngestMetrics;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what a verification means: in development, what is not genuine is logged and let through.
 */
public record SignatureGuard(SigningKeys keys, boolean enforced, IngestMetrics metrics) {
    private static final Logger LOG = LoggerFactory.getLogger(SignatureGuard.class);

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
        if (enforced) {
            LOG.warn("rejected: {}", detail);
            return new Verdict.Refused(detail);
        }
        LOG.warn(
                "let through although its signature is not right (APP_ENV=development): {}",
                detail);
        return new Verdict.Passed();
    }
}
