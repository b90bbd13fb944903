package com.voicesurvey.telephony.domain.start;

import java.lang.management.ManagementFactory;

/**
 * What the JDK takes its time for in a service's start, and the service has no use for, or only
 * later. Without this everything works as well, some tenths of a second later.
 */
public final class SlowParts {
    private SlowParts() {}

    /**
     * Leaves out what can be left out, and has the rest made on a thread of its own while the
     * logging is set up; returns at once. The first thing in {@code main}: the JDK looks at these
     * properties once.
     */
    public static void spare() {
        // Jetty reads a thousand locales for the languages of pages, of which there are none here.
        unlessGiven("java.locale.providers", "SPI");
        // What is called by reflection is called once; a class made for each takes a millisecond.
        unlessGiven("jdk.reflect.useNativeAccessorOnly", "true");
        // Kafka's clients register with the JDK's management beans.
        Thread.ofPlatform()
                .daemon()
                .name("slow-parts")
                .start(
                        () -> {
                            var _ = ManagementFactory.getPlatformMBeanServer();
                        });
    }

    private static void unlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
