package com.voicesurvey.telephony.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.Language;
import com.voicesurvey.telephony.local.run.Shell;
import com.voicesurvey.telephony.local.run.StopSignal;
import com.voicesurvey.telephony.local.simulate.SimulationSettings;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

class CommandReaderTest {
    private static final Map<String, String> ACCOUNT =
            Map.of(
                    "TWILIO_ACCOUNT_SID", "AC1",
                    "TWILIO_AUTH_TOKEN", "token",
                    "PUBLIC_BASE_URL", "https://calls.example.com/");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void the_usual_ports() {
        var local = local(Map.of(), "local");
        assertThat(local.plan().services().http().number()).isEqualTo(8080);
        assertThat(local.plan().services().admin().number()).isEqualTo(9080);
        assertThat(local.plan().services().ops().number()).isEqualTo(8081);
        assertThat(local.plan().backends().postgres().number()).isEqualTo(15432);
        assertThat(local.plan().backends().kafka().number()).isEqualTo(19092);
        assertThat(local.plan().data()).isNull();
        assertThat(local.simulation()).isNull();
    }

    @Test
    void an_option_wins_over_a_variable_and_a_variable_over_free_ports() {
        var local =
                local(
                        Map.of("HTTP_PORT", "1", "ADMIN_PORT", "2"),
                        "local",
                        "--admin-port=3",
                        "--free-ports");
        assertThat(local.plan().services().http().number()).isEqualTo(1);
        assertThat(local.plan().services().admin().number()).isEqualTo(3);
        assertThat(local.plan().services().ops().number()).isZero();
        assertThat(local.plan().backends().kafka().number()).isZero();
    }

    @Test
    void simulation_options_need_not_be_given() {
        var settings = simulation("local", "--simulate", "2000");
        assertThat(settings.calls()).isEqualTo(2000);
        assertThat(settings.rate()).isEqualTo(50);
        assertThat(settings.mix().speedUp()).isEqualTo(20);
    }

    @Test
    void simulation_options_are_taken() {
        var settings = simulation("local", "--simulate=1", "--rate=7", "--seed=9", "--reorder=0.5");
        assertThat(settings.rate()).isEqualTo(7);
        assertThat(settings.seed()).isEqualTo(9);
        assertThat(settings.mix().overtaken()).isEqualTo(0.5);
    }

    @Test
    void help_is_no_failure() {
        for (String command : new String[] {"local", "backends", "simulate", "place-call"}) {
            assertThat(read(Map.of(), command, "--help")).isEqualTo(new Reading.Answered(0));
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Usage: voicesurvey local", "--simulate", "--data");
        assertThat(err.size()).isZero();
    }

    @Test
    void each_benchmark_is_known() {
        for (String name :
                new String[] {"ingest", "apply", "end-to-end", "growth", "footprint", "micro"}) {
            assertThat(read(Map.of(), "bench", name, "--rounds=2"))
                    .isInstanceOf(Reading.Understood.class);
        }
        assertThat(read(Map.of(), "bench")).isEqualTo(new Reading.Answered(2));
        assertThat(read(Map.of(), "bench", "ingest", "--rounds=0"))
                .isEqualTo(new Reading.Answered(2));
    }

    @Test
    void a_call_to_place_needs_an_account_and_an_address_that_Twilio_reaches() {
        assertThat(place(Map.of())).isEqualTo(new Reading.Answered(2));
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN", "PUBLIC_BASE_URL");
        var call = (Arguments.PlaceCall) ((Reading.Understood) place(ACCOUNT)).arguments();
        assertThat(call.order().to()).isEqualTo("+15550100002");
        assertThat(call.order().language()).isEqualTo(Language.EN);
        assertThat(call.isOwnCampaign()).isTrue();
        var same = (Arguments.PlaceCall) ((Reading.Understood) place(ACCOUNT)).arguments();
        assertThat(same.order().contactId()).isEqualTo(call.order().contactId());
        assertThat(same.order().callId()).isNotEqualTo(call.order().callId());
    }

    @Test
    void a_number_that_is_not_E164_is_refused_before_anything_is_asked() {
        for (String number :
                new String[] {"0555", "+0555", "+1 555", "555", "+", "+1234567890123456"}) {
            assertThat(place(ACCOUNT, "--to=" + number)).isEqualTo(new Reading.Answered(2));
        }
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("the number to dial is not E.164");
    }

    @Test
    void nonsense_is_told_with_code_2() {
        assertThat(read(Map.of(), "local", "--bogus")).isEqualTo(new Reading.Answered(2));
        assertThat(read(Map.of(), "local", "--http-port=x")).isEqualTo(new Reading.Answered(2));
        assertThat(read(Map.of(), "local", "--simulate=0")).isEqualTo(new Reading.Answered(2));
        assertThat(read(Map.of(), "simulate")).isEqualTo(new Reading.Answered(2));
        assertThat(read(Map.of())).isEqualTo(new Reading.Answered(2));
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("--bogus", "--http-port", "at least 1", "TWILIO_AUTH_TOKEN")
                .doesNotContain("Exception");
        assertThat(out.size()).isZero();
    }

    private Reading place(Map<String, String> environment, String... more) {
        List<String> args = new ArrayList<>(List.of("place-call", "--from=+15550100001"));
        args.addAll(more.length == 0 ? List.of("--to=+15550100002") : List.of(more));
        return read(environment, args.toArray(String[]::new));
    }

    private SimulationSettings simulation(String... args) {
        return Objects.requireNonNull(local(Map.of(), args).simulation());
    }

    private Arguments.Local local(Map<String, String> environment, String... args) {
        Reading reading = read(environment, args);
        assertThat(reading)
                .as(err.toString(StandardCharsets.UTF_8))
                .isInstanceOf(Reading.Understood.class);
        return (Arguments.Local) ((Reading.Understood) reading).arguments();
    }

    private Reading read(Map<String, String> environment, String... args) {
        return CommandReader.read(
                args,
                new Shell(
                        environment,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        new StopSignal(),
                        false));
    }
}
