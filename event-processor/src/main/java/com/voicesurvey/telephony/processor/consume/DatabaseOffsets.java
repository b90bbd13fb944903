package com.voicesurvey.telephony.processor.consume;

import com.voicesurvey.telephony.processor.store.Database;
import com.voicesurvey.telephony.processor.store.Offsets;

import java.util.Map;
import java.util.Set;

/** The stored offsets of a database. */
public record DatabaseOffsets(Database database) implements StoredOffsets {
    @Override
    public Map<Integer, Long> read(String topicId, Set<Integer> partitions) {
        return database.transaction(tx -> Offsets.read(tx, topicId, partitions));
    }

    @Override
    public void reset(String topicId, int partition, long offset) {
        database.transaction(
                tx -> {
                    Offsets.lock(tx, topicId, Set.of(partition));
                    Offsets.move(tx, topicId, Map.of(partition, offset));
                    return offset;
                });
    }
}
