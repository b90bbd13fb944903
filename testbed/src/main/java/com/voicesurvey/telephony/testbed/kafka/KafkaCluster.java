package com.voicesurvey.telephony.testbed.kafka;

import com.voicesurvey.telephony.testbed.host.FreePort;
import com.voicesurvey.telephony.testbed.host.ServerDirectory;
import com.voicesurvey.telephony.testbed.proxy.Link;
import com.voicesurvey.telephony.testbed.proxy.TcpProxy;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Real brokers, each in a JVM of its own, to be killed, frozen and started again one by one.
 *
 * <h2>Failure semantics</h2>
 *
 * With three nodes an acknowledged record is on two of them at least, and outlives the death of any
 * one. All data is temporary. No node outlives this JVM.
 */
public final class KafkaCluster implements Kafka {
    private static final Duration TIME_TO_SERVE = Duration.ofSeconds(90);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final ServerDirectory directory =
            ServerDirectory.orTemporary(null, "voicesurvey-kafka-");
    private final Map<String, ProxiedLink> links = new LinkedHashMap<>();
    private final List<ClusterNode> nodes;
    private final String bootstrapServers;

    private KafkaCluster(KafkaClusterOptions options) {
        options.links().forEach(name -> links.put(name, new ProxiedLink(name, List.of())));
        List<BrokerNode> quorum = new ArrayList<>();
        for (int id = 1; id <= options.nodes(); id++) {
            quorum.add(plan(id));
        }
        String clusterId = Uuid.randomUuid().toString();
        this.nodes =
                quorum.stream()
                        .map(
                                node ->
                                        ClusterNode.of(
                                                node,
                                                new BrokerProperties(node, quorum)
                                                        .with(options.brokerProperties()),
                                                clusterId,
                                                options.jvmOptions()))
                        .toList();
        this.bootstrapServers =
                quorum.stream().map(BrokerNode::address).collect(Collectors.joining(","));
    }

    /**
     * Starts all nodes and returns when they serve; takes ten seconds or more.
     *
     * @throws KafkaException if they do not
     */
    public static KafkaCluster launch(KafkaClusterOptions options) {
        var cluster = new KafkaCluster(options);
        try {
            cluster.start();
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    /** The nodes; the first one's number is 1. */
    public List<ClusterNode> nodes() {
        return nodes;
    }

    /**
     * The way of that name.
     *
     * @throws IllegalArgumentException if the options did not name it
     */
    public ProxiedLink link(String name) {
        ProxiedLink link = links.get(name);
        if (link == null) {
            throw new IllegalArgumentException("no link " + name + ": " + links.keySet());
        }
        return link;
    }

    @Override
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Starts the nodes that do not run, and returns when all serve. */
    @Override
    public void start() {
        nodes.forEach(ClusterNode::start);
        long deadline = System.nanoTime() + TIME_TO_SERVE.toNanos();
        try (Admin admin = admin()) {
            while (serving(admin) < nodes.size()) {
                boolean late = System.nanoTime() > deadline;
                if (late || !nodes.stream().allMatch(ClusterNode::isAlive)) {
                    throw new KafkaException("Kafka does not start:" + lastWords());
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }
    }

    @Override
    public void stop() {
        nodes.parallelStream().forEach(ClusterNode::stop);
    }

    /** Ends all nodes as a power cut would end their processes. */
    public void kill() {
        nodes.forEach(ClusterNode::kill);
    }

    @Override
    public void close() {
        nodes.forEach(ClusterNode::close);
        links.values().forEach(link -> link.set(new Link.Cut()));
        directory.deleteIfTemporary();
    }

    /** A node with a proxy of each link before it. */
    private BrokerNode plan(int id) {
        List<ProxiedListener> listeners = new ArrayList<>();
        links.replaceAll(
                (name, link) -> {
                    int port = FreePort.orGiven(0);
                    TcpProxy proxy = TcpProxy.to(port);
                    listeners.add(new ProxiedListener(name, port, proxy.port()));
                    List<TcpProxy> more = new ArrayList<>(link.proxies());
                    more.add(proxy);
                    return new ProxiedLink(name, more);
                });
        Path home = directory.path().resolve("node-" + id);
        return new BrokerNode(
                id, FreePort.orGiven(0), FreePort.orGiven(0), home.resolve("kraft"), listeners);
    }

    private String lastWords() {
        return nodes.stream()
                .map(node -> "\nnode " + node.id() + ": " + node.lastWords())
                .collect(Collectors.joining());
    }

    private static int serving(Admin admin) {
        try {
            return admin.describeCluster().nodes().get().size();
        } catch (ExecutionException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }
}
