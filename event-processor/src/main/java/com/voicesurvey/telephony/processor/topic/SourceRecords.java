package com.voicesurvey.telephony.processor.topic;

import com.voicesurvey.telephony.processor.message.MessageHeader;
import com.voicesurvey.telephony.processor.message.SourceRecord;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import java.util.ArrayList;
import java.util.List;

/** Kafka's records as plain data. */
public final class SourceRecords {
    private SourceRecords() {}

    public static SourceRecord of(ConsumerRecord<byte[], byte[]> record) {
        List<MessageHeader> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            headers.add(new MessageHeader(header.key(), header.value()));
        }
        return new SourceRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                record.value(),
                headers);
    }
}
