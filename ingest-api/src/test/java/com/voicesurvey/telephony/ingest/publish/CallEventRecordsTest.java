package com.voicesurvey.telephony.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.EventHeader;
import com.voicesurvey.telephony.domain.provider.ParsedCallback;
import com.voicesurvey.telephony.domain.wire.CallEventDecoder;
import com.voicesurvey.telephony.domain.wire.DeadLetterReader;
import com.voicesurvey.telephony.domain.wire.DeadLetterReason;
import com.voicesurvey.telephony.domain.wire.DecodedDeadLetter;
import com.voicesurvey.telephony.domain.wire.DecodedValue;
import com.voicesurvey.telephony.domain.wire.RecordHeader;
import com.voicesurvey.telephony.domain.wire.WireRecord;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

class CallEventRecordsTest {
    private static final Instant NOW = Instant.parse("2026-02-12T11:49:00.123456Z");

    @Test
    void what_is_quarantined_is_read_back_as_a_dead_letter_without_a_source() {
        EventHeader header =
                new EventHeader(
                        new CallId("test-call-123"),
                        new CampaignId(new UUID(1, 2)),
                        new ContactId(new UUID(3, 4)),
                        "twilio",
                        new ProviderCallId("CA1"),
                        null,
                        "on-hold",
                        null,
                        null,
                        null,
                        NOW);

        ProducerRecord<byte[], byte[]> record =
                CallEventRecords.deadLetter(
                        new ParsedCallback.UnknownStatus(header, List.of()), NOW);

        Stream<RecordHeader> headers =
                StreamSupport.stream(record.headers().spliterator(), false)
                        .map(h -> new RecordHeader(h.key(), h.value()));
        assertThat(
                        DeadLetterReader.read(
                                new WireRecord(record.key(), record.value(), headers.toList())))
                .isInstanceOfSatisfying(
                        DecodedDeadLetter.Letter.class,
                        letter -> {
                            assertThat(letter.reason()).isEqualTo(DeadLetterReason.UNKNOWN_STATUS);
                            assertThat(letter.detail()).contains("on-hold");
                            assertThat(letter.time()).isEqualTo(NOW);
                            assertThat(letter.source()).isNull();
                            assertThat(letter.original().headers())
                                    .isNotEmpty()
                                    .allMatch(h -> !h.name().startsWith("dlq_"));
                            assertThat(CallEventDecoder.decode(letter.original().value()))
                                    .isEqualTo(new DecodedValue.UnknownStatus(header));
                        });
    }
}
