package com.voicesurvey.telephony.processor;

import com.voicesurvey.telephony.processor.apply.BatchReport;
import com.voicesurvey.telephony.processor.config.ProcessorConfig;
import com.voicesurvey.telephony.processor.consume.ConsumerListener;

/** A processor that dies without a word as soon as a batch is in the database. */
final class CrashingProcessor {
    static final int EXIT_CODE = 99;

    private CrashingProcessor() {}

    public static void main(String[] args) {
        EventProcessor.start(ProcessorConfig.of(System.getenv()), new Crash()).ended().join();
    }

    private static final class Crash implements ConsumerListener {
        @Override
        public void committed(BatchReport report) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
