package com.voicesurvey.telephony.local.bench.endtoend;

import java.util.List;

/**
 * How {@code bench end-to-end} measures.
 *
 * @param rates callbacks a second, one run each
 * @param seconds how long each run counts
 * @param warmUpSeconds how long it goes on before
 */
public record EndToEndSettings(List<Integer> rates, int seconds, int warmUpSeconds) {

    public EndToEndSettings {
        rates = List.copyOf(rates);
    }
}
