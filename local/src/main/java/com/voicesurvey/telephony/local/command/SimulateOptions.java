package com.voicesurvey.telephony.local.command;

import com.voicesurvey.telephony.domain.settings.Environment;
import com.voicesurvey.telephony.testbed.twilio.CallbackUrl;
import com.voicesurvey.telephony.testbed.twilio.TwilioSigner;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.Map;
import java.util.Objects;

/** The command for Twilio's side alone. */
@Command(
        name = "simulate",
        description =
                "A Twilio that calls any address: signed as the real one, with its retries,"
                        + " duplicates and disorder. Exits with 0 only if every callback was accepted"
                        + " and, with --database-url, all is held as it was sent.%n")
final class SimulateOptions extends HelpOption implements Options {
    @Option(
            names = "--calls",
            paramLabel = "N",
            description = "How many calls. Default: ${DEFAULT-VALUE}")
    private int calls = 100;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "Where callbacks go: scheme, host and any path prefix. Default: ${DEFAULT-VALUE}")
    private String url = "http://127.0.0.1:8080";

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "What is signed instead, where a proxy stands in front. Default: --url")
    private @Nullable String publicUrl;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "The auth token to sign with. Default: TWILIO_AUTH_TOKEN")
    private @Nullable String token;

    @Option(
            names = "--overrides",
            paramLabel = "TEXT",
            description =
                    "Twilio's connection overrides, such as rc=5&rp=ct,rt,5xx. Default: Twilio's own"
                            + " rules, one retry after a failed connection")
    private String overrides = "";

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description =
                    "Prepare the calls in that database first, and compare with it at the end.")
    private @Nullable String databaseUrl;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "With --database-url: look at the dialogue starts on that Kafka, too.")
    private @Nullable String kafka;

    @ArgGroup(validate = false, heading = "%nOf the calls:%n")
    private SimulationOptions simulation = new SimulationOptions();

    @Override
    public Arguments arguments(Map<String, String> environment) {
        if (kafka != null && databaseUrl == null) {
            throw new IllegalArgumentException("--kafka needs --database-url");
        }
        return new Arguments.Simulate(
                new CallbackUrl(Objects.requireNonNullElse(publicUrl, url), url, overrides),
                new TwilioSigner(token(environment)),
                simulation.settings(calls, environment),
                databaseUrl == null ? null : Databases.of("--database-url", databaseUrl),
                kafka);
    }

    private String token(Map<String, String> environment) {
        String given =
                token != null ? token : new Environment(environment).value("TWILIO_AUTH_TOKEN");
        if (given == null || given.isBlank()) {
            throw new IllegalArgumentException(
                    "No token to sign with: give --token, or set TWILIO_AUTH_TOKEN");
        }
        return given.split(",", 2)[0].strip();
    }
}
