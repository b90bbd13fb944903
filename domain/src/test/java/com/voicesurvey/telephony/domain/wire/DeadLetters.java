package com.voicesurvey.telephony.domain.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** Dead letters as the services write them. */
final class DeadLetters {
    private DeadLetters() {}

    static WireRecord write(DecodedDeadLetter.Letter letter) {
        List<RecordHeader> headers = new ArrayList<>(letter.original().headers());
        headers.add(text(DeadLetterHeaders.REASON, letter.reason().wireName()));
        headers.add(text(DeadLetterHeaders.DETAIL, letter.detail()));
        RecordPlace source = letter.source();
        if (source != null) {
            headers.add(text(DeadLetterHeaders.SOURCE_TOPIC, source.topic()));
            headers.add(
                    text(DeadLetterHeaders.SOURCE_PARTITION, Integer.toString(source.partition())));
            headers.add(text(DeadLetterHeaders.SOURCE_OFFSET, Long.toString(source.offset())));
        }
        headers.add(text(DeadLetterHeaders.TIME, letter.time().toString()));
        return new WireRecord(letter.original().key(), letter.original().value(), headers);
    }

    static RecordHeader text(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
