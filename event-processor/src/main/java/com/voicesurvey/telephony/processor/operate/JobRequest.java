package com.voicesurvey.telephony.processor.operate;

import com.voicesurvey.telephony.processor.replay.ReplayRequest;
import com.voicesurvey.telephony.processor.topic.TopicPosition;

/** Long work that an operator asks for. */
public sealed interface JobRequest {
    /** A part of the topic applied again, beside the processors. */
    record Replaying(ReplayRequest request) implements JobRequest {
        public Replaying {
            if (request.takeOver()) {
                throw new IllegalArgumentException(
                        "nothing can be taken over from processors that run");
            }
        }
    }

    /** The database compared with the topic. */
    record Auditing(TopicPosition from, TopicPosition to, boolean repair) implements JobRequest {}
}
