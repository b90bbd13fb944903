package com.voicesurvey.telephony.domain.wire;

import com.voicesurvey.telephony.domain.event.Parameter;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/**
 * A record as it lies on the topic: a file of {@code golden}, and what it means.
 *
 * @param name what comes after {@code call-event-v1-} in the file's name
 */
record GoldenRecord(String name, DecodedValue meaning, List<Parameter> parameters) {
    String file() {
        return "call-event-v1-" + name + ".json";
    }

    byte[] value() throws IOException {
        return read(file());
    }

    /** The value that today's encoder writes for the same meaning. */
    byte[] writtenToday() {
        return switch (meaning) {
            case DecodedValue.Event(var event) -> CallEventEncoder.encode(event, parameters);
            case DecodedValue.UnknownStatus(var header) ->
                    CallEventEncoder.encodeUnknownStatus(header, parameters);
            case DecodedValue.Unreadable(String detail) -> throw new IllegalStateException(detail);
        };
    }

    static byte[] read(String file) throws IOException {
        try (InputStream stream = GoldenRecord.class.getResourceAsStream("/golden/" + file)) {
            return Objects.requireNonNull(stream, file).readAllBytes();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
