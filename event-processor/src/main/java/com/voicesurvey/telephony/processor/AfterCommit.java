package com.voicesurvey.telephony.processor;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.ProviderError;
import com.voicesurvey.telephony.domain.fault.Reason;
import com.voicesurvey.telephony.processor.apply.BatchReport;
import com.voicesurvey.telephony.processor.consume.ConsumerListener;
import com.voicesurvey.telephony.processor.deadletter.DeadLetter;
import com.voicesurvey.telephony.processor.ops.Health;
import com.voicesurvey.telephony.processor.ops.ProcessorMetrics;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** What follows once a transaction is committed: the relay wakes, operators are told. */
final class AfterCommit implements ConsumerListener {
    private static final Logger LOG = LoggerFactory.getLogger(AfterCommit.class);

    /** Long enough to be a telephone number, which no log may hold. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\+?\\d[\\d ().-]{5,}\\d");

    private static final String CALL_ID = "call_id";
    private static final int LONGEST_CALL_ID = 255;

    private final ProcessorMetrics metrics;
    private final Health health;
    private final Runnable wakeRelay;

    AfterCommit(ProcessorMetrics metrics, Health health, Runnable wakeRelay) {
        this.metrics = metrics;
        this.health = health;
        this.wakeRelay = wakeRelay;
    }

    @Override
    public void polled() {
        health.polled();
    }

    @Override
    public void waiting(String reason) {
        health.failed(reason);
    }

    @Override
    public void committed(BatchReport report) {
        metrics.batchSize(report.read());
        followUp(report);
    }

    @Override
    public void failed(RuntimeException cause) {
        health.failed(Reason.of(cause));
        metrics.batchFailed();
    }

    @Override
    public void lag(Map<Integer, Long> byPartition) {
        metrics.lag(byPartition);
    }

    /** The same for a transaction over parked events. */
    void followUp(BatchReport report) {
        if (report.hasMessages()) {
            wakeRelay.run();
        }
        metrics.committed(report);
        report.applied().forEach(AfterCommit::logFailure);
        report.deadLetters().forEach(AfterCommit::logDeadLetter);
    }

    private static void logDeadLetter(DeadLetter letter) {
        LOG.atWarn()
                .addKeyValue(CALL_ID, callId(letter))
                .log("A record went to the dead letters: {}", letter.reason().wireName());
    }

    /** What stands where a call_id should be: whoever wrote the record decided on it. */
    private static String callId(DeadLetter letter) {
        byte[] key = letter.source().key();
        String text = key == null ? "" : new String(key, StandardCharsets.UTF_8);
        return text.substring(0, Math.min(text.length(), LONGEST_CALL_ID));
    }

    private static void logFailure(CallEvent event) {
        if (event instanceof CallEvent.Failed failed) {
            ProviderError error = failed.error();
            LOG.atError()
                    .addKeyValue(CALL_ID, event.header().callId())
                    .log(
                            "Call {} failed: {}",
                            event.header().callId(),
                            error == null
                                    ? "the provider gives no reason"
                                    : error.code() + " " + withoutNumbers(error));
        }
    }

    private static String withoutNumbers(ProviderError error) {
        return error.message() == null
                ? ""
                : LONG_NUMBER
                        .matcher(error.message())
                        .replaceAll("***")
                        .replaceAll("\\p{Cntrl}", " ");
    }
}
