package com.voicesurvey.telephony.testbed.kafka;

import com.voicesurvey.telephony.testbed.proxy.Link;
import com.voicesurvey.telephony.testbed.proxy.TcpProxy;

import java.util.List;
import java.util.stream.Collectors;

/** The way of some clients to a cluster: a proxy before each node. */
public record ProxiedLink(String name, List<TcpProxy> proxies) {
    public ProxiedLink {
        proxies = List.copyOf(proxies);
    }

    /** For {@code bootstrap.servers} of clients that come this way. */
    public String bootstrapServers() {
        return proxies.stream()
                .map(proxy -> "127.0.0.1:" + proxy.port())
                .collect(Collectors.joining(","));
    }

    /** Changes the way to all nodes at once. */
    public void set(Link link) {
        proxies.forEach(proxy -> proxy.set(link));
    }
}
