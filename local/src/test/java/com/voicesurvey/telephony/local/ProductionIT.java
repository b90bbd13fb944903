package com.voicesurvey.telephony.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** {@code local} with the signature enforced, and simulated calls in it. */
class ProductionIT {
    private static final Map<String, String> PRODUCTION =
            Map.of(
                    "APP_ENV",
                    "production",
                    "TWILIO_ACCOUNT_SID",
                    "AC0123",
                    "TWILIO_AUTH_TOKEN",
                    "0123456789abcdef");

    @Test
    void simulated_calls_arrive_and_a_wrong_signature_does_not() {
        try (RunningCommand local =
                RunningCommand.start(
                        PRODUCTION,
                        "local",
                        "--free-ports",
                        "--simulate=60",
                        "--speed-up=100",
                        "--keep-running")) {
            assertThat(local.awaitOutput("Running;")).contains("All as it should be.", "Running;");

            List<PrintedCurl> commands = PrintedCurl.in(local.output());
            PrintedCurl unsigned = commands.get(0);
            PrintedCurl signed = commands.get(1);
            assertThat(unsigned.run().statusCode()).isEqualTo(403);
            assertThat(signed.withWrongSignature().run().statusCode()).isEqualTo(403);
            assertThat(signed.run().statusCode()).isEqualTo(200);

            assertThat(local.stop()).isZero();
        }
    }
}
