package com.voicesurvey.telephony.ingest.ops;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.voicesurvey.telephony.ingest.publish.Reachability;

import java.nio.charset.StandardCharsets;

/** Whether the service would do its work. */
sealed interface Health {
    record Up() implements Health {}

    /** The reason says what to look at. */
    record Down(String reason) implements Health {}

    static Health of(Reachability kafka) {
        return switch (kafka) {
            case Reachability.Reachable() -> new Up();
            case Reachability.Unreachable(String detail) -> new Down(detail);
        };
    }

    static byte[] json(String reason) {
        String escaped = new String(JsonStringEncoder.getInstance().quoteAsString(reason));
        return ("{\"status\":\"down\",\"reason\":\"" + escaped + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
