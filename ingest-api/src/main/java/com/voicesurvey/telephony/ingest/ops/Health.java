package com.voicesurvey.telephony.ingest.ops;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.voicesurvey.telephony.ingest.publish.Keeping;

import java.nio.charset.StandardCharsets;

/** Whether the service does its work. */
sealed interface Health {
    record Up() implements Health {}

    /** It takes callbacks, and somebody should look at what the reason names. */
    record Degraded(String reason) implements Health {}

    /** It cannot take callbacks; the reason says what to look at. */
    record Down(String reason) implements Health {}

    static Health of(Keeping keeping) {
        return switch (keeping) {
            case Keeping.Direct() -> new Up();
            case Keeping.Degraded(String detail) -> new Degraded(detail);
            case Keeping.Impossible(String detail) -> new Down(detail);
        };
    }

    static byte[] json(String status, String reason) {
        String escaped = new String(JsonStringEncoder.getInstance().quoteAsString(reason));
        return ("{\"status\":\"" + status + "\",\"reason\":\"" + escaped + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
