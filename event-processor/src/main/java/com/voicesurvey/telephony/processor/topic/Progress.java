package com.voicesurvey.telephony.processor.topic;

/** Is told how far a reading has come; may end it early. */
public interface Progress {
    /** One that nobody watches. */
    Progress NONE = (done, total) -> true;

    /**
     * So many offsets of all are behind.
     *
     * @return whether to go on
     */
    boolean at(long done, long total);
}
