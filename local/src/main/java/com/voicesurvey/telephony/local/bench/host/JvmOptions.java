package com.voicesurvey.telephony.local.bench.host;

import java.util.List;

/**
 * What the services' JVMs are started with, and the references' in their place.
 *
 * @param ingest ingest-api's
 * @param processor event-processor's
 */
public record JvmOptions(List<String> ingest, List<String> processor) {
    private static final String AS_IN_CONTAINERS =
            " -XX:+UseSerialGC -XX:+UseCompactObjectHeaders"
                    + " -XX:Tier2InvokeNotifyFreqLog=14 -XX:Tier2BackedgeNotifyFreqLog=17";

    /** As production would size it. */
    public static final String DEFAULT_INGEST = "-Xmx128m" + AS_IN_CONTAINERS;

    /** As production would size it. */
    public static final String DEFAULT_PROCESSOR = "-Xmx160m" + AS_IN_CONTAINERS;

    public JvmOptions {
        ingest = List.copyOf(ingest);
        processor = List.copyOf(processor);
    }

    /** From options as one would type them, with blanks between. */
    public static JvmOptions of(String ingest, String processor) {
        return new JvmOptions(words(ingest), words(processor));
    }

    /** The words of options as one would type them. */
    public static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+", -1));
    }
}
