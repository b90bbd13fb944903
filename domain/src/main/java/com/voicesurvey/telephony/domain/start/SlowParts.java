package com.voicesurvey.telephony.domain.start;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What the JDK takes its time for when it is first asked: its management beans, which Kafka's
 * clients register with, and its locales, of which Jetty takes the charsets' names. Asked for on a
 * thread of its own while the logging is set up, they are there when they are needed, a tenth of a
 * second later. Without it everything works as well.
 */
public final class SlowParts {
    private SlowParts() {}

    /** Has them made; returns at once. */
    public static void ask() {
        Thread.ofPlatform()
                .daemon()
                .name("slow-parts")
                .start(
                        () -> {
                            var _ = ManagementFactory.getPlatformMBeanServer();
                            var _ = Locale.getAvailableLocales();
                        });
    }
}
