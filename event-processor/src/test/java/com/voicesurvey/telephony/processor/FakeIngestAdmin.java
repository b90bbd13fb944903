package com.voicesurvey.telephony.processor;

import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The admin port of an ingest-api, as far as the console looks at it. */
record FakeIngestAdmin(HttpServer server) implements AutoCloseable {
    static final String TOKEN = "planted-admin-token";

    static FakeIngestAdmin start() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/metrics",
                exchange -> {
                    boolean admitted =
                            ("Bearer " + TOKEN)
                                    .equals(exchange.getRequestHeaders().getFirst("Authorization"));
                    byte[] page =
                            """
                            # TYPE ingest_spool_records gauge
                            ingest_spool_records 0.0
                            ingest_spool_bytes 24576.0
                            ingest_in_flight 3.0
                            ingest_signature_failures_total{handling="rejected"} 2.0
                            """
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(admitted ? 200 : 401, page.length);
                    exchange.getResponseBody().write(page);
                    exchange.close();
                });
        server.start();
        return new FakeIngestAdmin(server);
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
