package com.voicesurvey.telephony.local.bench.apply;

import com.voicesurvey.telephony.local.bench.database.CallCounts;
import com.voicesurvey.telephony.local.bench.kafka.BenchKafka;
import com.voicesurvey.telephony.local.bench.kafka.PreloadedTopic;
import com.voicesurvey.telephony.local.bench.traffic.CallNames;
import com.voicesurvey.telephony.local.bench.traffic.Report;
import com.voicesurvey.telephony.local.bench.traffic.ReportOrder;
import com.voicesurvey.telephony.testbed.twilio.CallStatus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The first events of each partition of the preloaded topic, and what they come to.
 *
 * @param ends how many of each partition
 * @param codes their reports, in the order in which they were written
 * @param calls how many calls there are in the database
 */
record EventSet(List<Long> ends, long[] codes, long calls) {

    /** All of those. */
    static EventSet all(long[] codes) {
        return first(codes, Long.MAX_VALUE);
    }

    /** The first so many of each partition. */
    static EventSet first(long[] codes, long ofEach) {
        List<Long> ends = new ArrayList<>(Collections.nCopies(BenchKafka.PARTITIONS, 0L));
        CallNames names = new CallNames();
        long[] chosen =
                Arrays.stream(codes)
                        .filter(
                                code -> {
                                    long call = Report.of(code).call();
                                    int partition = PreloadedTopic.partition(names, call);
                                    if (ends.get(partition) >= ofEach) {
                                        return false;
                                    }
                                    ends.set(partition, ends.get(partition) + 1);
                                    return true;
                                })
                        .toArray();
        return new EventSet(ends, chosen, ReportOrder.calls(codes));
    }

    int size() {
        return codes.length;
    }

    CallCounts expected() {
        return CallCounts.expected(codes, calls);
    }

    /** How many dialogues they start. */
    long dialogues() {
        return Arrays.stream(codes)
                .filter(code -> Report.of(code).status() == CallStatus.IN_PROGRESS)
                .count();
    }
}
