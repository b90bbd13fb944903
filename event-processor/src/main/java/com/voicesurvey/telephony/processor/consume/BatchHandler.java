package com.voicesurvey.telephony.processor.consume;

import com.voicesurvey.telephony.processor.apply.BatchOutcome;
import com.voicesurvey.telephony.processor.apply.TopicBatch;

/** What a batch is handed to. */
@FunctionalInterface
public interface BatchHandler {
    /**
     * Returns once the batch is committed, or is known to begin in the wrong place.
     *
     * @throws com.voicesurvey.telephony.processor.store.DatabaseUnavailableException if it is not
     *     known to be committed; it is handed in again later
     */
    BatchOutcome apply(TopicBatch batch);
}
