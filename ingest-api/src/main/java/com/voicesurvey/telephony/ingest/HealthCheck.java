package com.voicesurvey.telephony.ingest;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Objects;

/**
 * Asks this machine's admin port whether the service is alive, for images that hold no other HTTP
 * client. Exits 0 if it is, 1 if not. Uses the JDK alone, so that it starts quickly.
 */
final class HealthCheck {
    private static final int TIMEOUT_MILLIS = 2_000;

    private HealthCheck() {}

    public static void main(String[] args) throws IOException {
        String port = Objects.requireNonNullElse(System.getenv("ADMIN_PORT"), "9080");
        HttpURLConnection connection =
                (HttpURLConnection)
                        URI.create("http://127.0.0.1:" + port + "/health/live")
                                .toURL()
                                .openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        System.exit(connection.getResponseCode() == 200 ? 0 : 1);
    }
}
