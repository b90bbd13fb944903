package com.voicesurvey.telephony.ingest.reconcile;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.wire.OverdueCall;
import com.voicesurvey.telephony.domain.wire.OverdueCallCodec;
import com.voicesurvey.telephony.domain.wire.Topics;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Questions in the memory of Kafka's own test consumer; a seek brings them back. */
final class OverdueTopic extends MockConsumer<byte[], byte[]> {
    private final Map<TopicPartition, Long> committed = new ConcurrentHashMap<>();
    private final List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();

    OverdueTopic() {
        super("earliest");
    }

    /** That the next poll but those that are spoken for gives this partition with these values. */
    void give(int partition, byte[]... values) {
        schedulePollTask(
                () -> handOver(new TopicPartition(Topics.OVERDUE_CALLS, partition), values));
    }

    /** How many questions of a partition are done with. */
    long committed(int partition) {
        return committed.getOrDefault(new TopicPartition(Topics.OVERDUE_CALLS, partition), 0L);
    }

    /** A question about the call that the provider knows as CA-name. */
    static byte[] about(String name) {
        return OverdueCallCodec.encode(
                new OverdueCall(
                        new CallId(name),
                        new CampaignId(UUID.randomUUID()),
                        new ContactId(UUID.randomUUID()),
                        new ProviderCallId("CA-" + name),
                        1));
    }

    @Override
    public synchronized void commitSync(
            Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
        super.commitSync(offsets, timeout);
        offsets.forEach((partition, offset) -> committed.put(partition, offset.offset()));
    }

    @Override
    public synchronized void seek(TopicPartition partition, long offset) {
        super.seek(partition, offset);
        all.stream()
                .filter(record -> record.partition() == partition.partition())
                .filter(record -> record.offset() >= offset)
                .forEach(this::addRecord);
    }

    private void handOver(TopicPartition partition, byte[]... values) {
        List<TopicPartition> assigned = new ArrayList<>(assignment());
        assigned.add(partition);
        rebalance(assigned);
        updateBeginningOffsets(Map.of(partition, 0L));
        for (int offset = 0; offset < values.length; offset++) {
            var record =
                    new ConsumerRecord<>(
                            partition.topic(),
                            partition.partition(),
                            offset,
                            "call".getBytes(StandardCharsets.UTF_8),
                            values[offset]);
            all.add(record);
            addRecord(record);
        }
    }
}
