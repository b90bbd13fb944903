package com.voicesurvey.telephony.processor.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.wire.DeadLetterReader;
import com.voicesurvey.telephony.domain.wire.DeadLetterReason;
import com.voicesurvey.telephony.domain.wire.DecodedDeadLetter;
import com.voicesurvey.telephony.domain.wire.RecordHeader;
import com.voicesurvey.telephony.domain.wire.RecordPlace;
import com.voicesurvey.telephony.domain.wire.WireRecord;
import com.voicesurvey.telephony.processor.message.MessageHeader;
import com.voicesurvey.telephony.processor.message.OutboxMessage;
import com.voicesurvey.telephony.processor.message.SourceRecord;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.List;

class DeadLetterTest {
    private static final Instant NOW = Instant.parse("2026-02-12T11:49:00.123456Z");
    private static final byte[] KEY = {1};
    private static final byte[] VALUE = {(byte) 0xff, 0};
    private static final byte[] OWN = {2};

    @ParameterizedTest
    @EnumSource
    void what_is_given_up_is_read_back_as_it_came(DeadLetterReason reason) {
        SourceRecord source =
                new SourceRecord(
                        "call-events", 3, 1742, KEY, VALUE, List.of(new MessageHeader("own", OWN)));

        OutboxMessage message = new DeadLetter(source, reason, "because").toMessage(NOW);

        List<RecordHeader> headers =
                message.headers().stream().map(h -> new RecordHeader(h.name(), h.value())).toList();
        assertThat(DeadLetterReader.read(new WireRecord(message.key(), message.value(), headers)))
                .isEqualTo(
                        new DecodedDeadLetter.Letter(
                                reason,
                                "because",
                                NOW,
                                new RecordPlace("call-events", 3, 1742),
                                new WireRecord(KEY, VALUE, List.of(new RecordHeader("own", OWN)))));
    }
}
