package com.voicesurvey.telephony.ingest.publish;

import org.jspecify.annotations.Nullable;

/** Where events would be kept now. */
public sealed interface Keeping {
    /** On Kafka. */
    record Direct() implements Keeping {}

    /** In the spool, on this instance's disk; or only on Kafka, since the disk fails. */
    record Degraded(String detail) implements Keeping {}

    /** Nowhere: they are answered 503. */
    record Impossible(String detail) implements Keeping {}

    /**
     * What both together mean.
     *
     * @param waiting records in the spool
     * @param problem why the spool's last write failed; null where it did not
     */
    static Keeping of(Reachability kafka, long waiting, @Nullable String problem) {
        return switch (kafka) {
            case Reachability.Reachable() when problem != null ->
                    new Degraded("the spool failed and would be needed without Kafka: " + problem);
            case Reachability.Reachable() when waiting > 0 ->
                    new Degraded(waiting + " events wait in the spool and are being sent to Kafka");
            case Reachability.Reachable() -> new Direct();
            case Reachability.Unreachable(String detail) when problem != null ->
                    new Impossible(detail + "; and the spool failed: " + problem);
            case Reachability.Unreachable(String detail) ->
                    new Degraded(
                            "events go to the spool, where %d wait: %s".formatted(waiting, detail));
        };
    }
}
