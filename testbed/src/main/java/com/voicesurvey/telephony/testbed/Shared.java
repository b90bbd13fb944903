package com.voicesurvey.telephony.testbed;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/** A server that is started once a JVM, when it is first asked for, and closed when that exits. */
final class Shared<T extends AutoCloseable> {
    private final Supplier<T> starter;
    private @Nullable T server;

    Shared(Supplier<T> starter) {
        this.starter = starter;
    }

    synchronized T get() {
        T running = server;
        if (running == null) {
            running = starter.get();
            server = running;
            Runtime.getRuntime().addShutdownHook(new Thread(closing(running), "close-shared"));
        }
        return running;
    }

    private static Runnable closing(AutoCloseable server) {
        return () -> {
            try {
                server.close();
            } catch (Exception e) {
                throw new IllegalStateException("Cannot close " + server, e);
            }
        };
    }
}
