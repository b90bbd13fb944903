package com.voicesurvey.telephony.domain.start;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Something that takes its time and is made on a thread of its own, while its user makes something
 * else. Closes with itself what has been made.
 */
public final class Meanwhile<T> implements AutoCloseable {
    private final CompletableFuture<T> made = new CompletableFuture<>();
    private final Consumer<T> closer;

    private Meanwhile(Consumer<T> closer) {
        this.closer = closer;
    }

    /**
     * Starts making it.
     *
     * @param name of the thread
     * @param closer closes what has been made
     */
    public static <T> Meanwhile<T> make(String name, Supplier<T> maker, Consumer<T> closer) {
        Meanwhile<T> meanwhile = new Meanwhile<>(closer);
        Thread.ofPlatform()
                .daemon()
                .name(name)
                .start(() -> meanwhile.made.completeAsync(maker, Runnable::run));
        return meanwhile;
    }

    /** Waits for it; throws what its making threw. */
    public T get() {
        try {
            return made.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Waits for it too; does nothing where its making failed. */
    @Override
    public void close() {
        if (made.handle((_, failure) -> failure == null).join()) {
            closer.accept(made.join());
        }
    }
}
