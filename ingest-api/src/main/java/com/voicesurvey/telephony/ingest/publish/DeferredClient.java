package com.voicesurvey.telephony.ingest.publish;

import com.voicesurvey.telephony.domain.settings.InvalidConfigException;
import com.voicesurvey.telephony.ingest.config.KafkaSettings;

import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A Kafka client that is made as soon as one of the brokers' names can be resolved. Kafka's own
 * constructors throw until then, and a service that is started before its broker should wait for
 * it, not die.
 */
final class DeferredClient<C extends AutoCloseable> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeferredClient.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Supplier<C> constructor;
    private final List<String> servers;
    private final @Nullable Thread maker;
    private volatile @Nullable C client;

    /**
     * @throws InvalidConfigException if Kafka refuses the configuration
     */
    DeferredClient(KafkaSettings settings, Supplier<C> constructor) {
        this.constructor = constructor;
        this.servers = Arrays.asList(settings.properties().bootstrapServers().split(",", -1));
        this.client = construct();
        this.maker = client == null ? Thread.ofVirtual().start(this::keepTrying) : null;
    }

    /** Null while no broker's name can be resolved; never waits. */
    @Nullable C get() {
        return client;
    }

    /** Makes another client in the place of this one, which is then disposed of. */
    void renew(Consumer<C> disposal) {
        C old = client;
        C fresh = old == null ? null : construct();
        if (old != null && fresh != null) {
            client = fresh;
            disposal.accept(old);
        }
    }

    /** Stops trying; what was made is its user's to close. */
    @Override
    public void close() {
        if (maker != null) {
            maker.interrupt();
        }
    }

    private void keepTrying() {
        try {
            while (client == null) {
                Thread.sleep(PAUSE);
                client = construct();
            }
        } catch (InterruptedException e) {
            LOG.debug("no longer trying to resolve {}", servers);
        } catch (InvalidConfigException e) {
            LOG.error("Kafka stays out of reach until this is mended: {}", e.getMessage());
        }
    }

    private @Nullable C construct() {
        try {
            return constructor.get();
        } catch (KafkaException e) {
            if (servers.stream().noneMatch(DeferredClient::canBeResolved)) {
                return null;
            }
            throw new InvalidConfigException(
                    List.of("Kafka refuses the KAFKA_* properties: " + rootMessage(e)));
        }
    }

    private static boolean canBeResolved(String server) {
        int colon = server.lastIndexOf(':');
        try {
            InetAddress.getByName(colon < 0 ? server : server.substring(0, colon).strip());
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
