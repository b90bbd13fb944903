package com.voicesurvey.telephony.processor.consume;

import com.voicesurvey.telephony.processor.apply.BatchItem;
import com.voicesurvey.telephony.processor.apply.TopicBatch;
import com.voicesurvey.telephony.processor.topic.SourceRecords;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns what a poll returned into a batch, decoding each value. */
final class BatchAssembly {
    private BatchAssembly() {}

    /**
     * The batch, and the positions moved past it.
     *
     * @param positions where the reading of each partition stood before the poll
     */
    static TopicBatch assemble(
            String topicId, ConsumerRecords<byte[], byte[]> records, Positions positions) {
        SortedMap<Integer, TopicBatch.Slice> slices = new TreeMap<>();
        for (TopicPartition partition : records.partitions()) {
            List<BatchItem> items = new ArrayList<>();
            records.records(partition)
                    .forEach(record -> items.add(BatchItem.of(SourceRecords.of(record))));
            long next = items.getLast().source().offset() + 1;
            slices.put(
                    partition.partition(),
                    new TopicBatch.Slice(positions.moveTo(partition, next), next, items));
        }
        return new TopicBatch(topicId, slices);
    }
}
