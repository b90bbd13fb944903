package com.voicesurvey.telephony.processor.consume;

import java.util.Map;
import java.util.Set;

/** Where partitions are to be read on, as the database has it. */
public interface StoredOffsets {
    /**
     * The next offset of each of those partitions; 0 where it was never read.
     *
     * @throws com.voicesurvey.telephony.processor.store.DatabaseUnavailableException if it could
     *     not be asked
     */
    Map<Integer, Long> read(String topicId, Set<Integer> partitions);

    /** Sets a partition back or forth, where what it stood at is no longer on the topic. */
    void reset(String topicId, int partition, long offset);
}
