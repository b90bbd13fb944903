package com.voicesurvey.telephony.processor.console;

import com.voicesurvey.telephony.processor.store.LedgerSlot;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** How long events took, as counts by class, from which percentiles are read. */
record Waits(TreeMap<Integer, Long> byClass) {
    static Waits of(Collection<LedgerSlot> slots) {
        TreeMap<Integer, Long> sum = new TreeMap<>();
        slots.forEach(slot -> slot.waits().forEach((wait, n) -> sum.merge(wait, n, Long::sum)));
        return new Waits(sum);
    }

    long events() {
        return byClass.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * In milliseconds, within 3 %; null where there are no events.
     *
     * @param share from 0 to 1
     */
    @Nullable Double percentile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * events()));
        long seen = 0;
        for (Map.Entry<Integer, Long> entry : byClass.entrySet()) {
            seen += entry.getValue();
            if (seen >= rank) {
                return LedgerSlot.milliseconds(entry.getKey());
            }
        }
        return null;
    }
}
