package com.voicesurvey.telephony.processor;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import com.voicesurvey.telephony.processor.console.CallRoutes;
import com.voicesurvey.telephony.processor.console.SignIn;
import com.voicesurvey.telephony.processor.consume.ConsumerListener;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The console in a real browser, over a real pipeline. */
class ConsoleIT extends BrowserTest {
    private static final String TOKEN = "planted-console-token";
    private static Pipeline pipeline;
    private static ConsoleTraffic traffic;
    private static FakeIngestAdmin ingest;
    private static EventProcessor processor;
    private static TestCall call;

    @BeforeAll
    static void start() throws Exception {
        pipeline = Pipeline.fresh().migrated();
        ingest = FakeIngestAdmin.start();
        processor =
                pipeline.startProcessor(
                        Map.of(
                                "INGEST_ADMIN_URLS",
                                "http://" + ingest.address(),
                                "INGEST_ADMIN_TOKEN",
                                FakeIngestAdmin.TOKEN),
                        new ConsumerListener() {});
        traffic = new ConsoleTraffic(pipeline);
        call =
                traffic.wholeCall(
                        "survey-7/call-42",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(8));
        pipeline.seeds.dialled("call-stuck", Instant.now().minus(40, ChronoUnit.MINUTES));
        pipeline.awaitAllApplied();
        traffic.history();
        traffic.underWay(6, 14, 21);
    }

    @AfterAll
    static void stop() {
        Path pictures = pictures();
        if (pictures != null) {
            takePictures(pictures);
        }
        pipeline.close();
        ingest.close();
    }

    @Test
    void figures_move_by_themselves_while_events_flow() {
        openOverview();
        soon().untilAsserted(() -> assertThat(tile("Lag")).contains("0", "Good"));
        assertThat(tile("Dead letters")).contains("0", "none is set aside", "Good");
        assertThat(tile("Parked")).contains("0");
        assertThat(tile("Webhook to commit")).containsPattern("\\d+ms");

        TestCall early = TestCall.of("call-early");
        pipeline.produce(early.ringing());
        pipeline.produce("nobody", "no event".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 40; i++) {
            pipeline.produce(pipeline.seeds.call("call-live-" + i).fiveEvents());
        }

        soon().untilAsserted(() -> assertThat(tile("Dead letters")).contains("1", "Attention"));
        soon().untilAsserted(() -> assertThat(tile("Parked")).contains("1", "oldest for"));
        soon().until(() -> number("Applied") > 1);
        soon().until(
                        () ->
                                text("#lag + .note + div .total")
                                        .matches("0 in all, of 2\\d\\d written"));
        assertThat(text("#announcer")).contains("Attention: ", "Dead letters");
    }

    @Test
    void the_last_quarter_of_an_hour_is_there_at_once() {
        openOverview();
        browser.find("section[aria-labelledby=throughput-title] summary").click();
        browser.find("section[aria-labelledby=endings-title] summary").click();

        List<String> throughput =
                text("section[aria-labelledby=throughput-title] td:nth-child(2)").lines().toList();
        assertThat(throughput).hasSizeGreaterThan(13);
        assertThat(throughput.subList(2, 13)).allMatch(cell -> cell.matches("[1-9][0-9.]* /s"));
        assertThat(text("section[aria-labelledby=endings-title] td"))
                .containsPattern("(?m)^[1-9][\\d,]*$");
        assertThat(text("#throughput-summary")).matches("Throughput: applied .* /s, in .* /s\\.");
    }

    @Test
    void the_spools_of_the_instances_that_are_named_are_shown() {
        openOverview();
        soon().untilAsserted(() -> assertThat(tile("Spool")).contains("0", "Good"));
        assertThat(text("section[aria-labelledby=spools] td").lines())
                .containsExactly(ingest.address(), "0", "24 KiB", "3", "2");
    }

    @Test
    void a_stuck_call_is_found_from_its_tile() {
        openOverview();
        soon().untilAsserted(() -> assertThat(tile("Stuck calls")).contains("1", "Attention"));
        browser.find("a[href='#/stuck']").click();
        soon().until(() -> browser.has("main table a"));
        assertThat(text("main td")).contains("call-stuck").containsPattern("4\\d min");
        browser.find("main table a").click();
        soon().until(() -> text("h1").equals("call-stuck"));
        assertThat(text(".call-state")).containsPattern("Under way for 4\\d min");
    }

    @Test
    void a_call_is_found_by_each_of_its_three_ids() {
        for (String id :
                List.of(call.id().value(), call.leg().value(), call.contact().value().toString())) {
            openOverview();
            browser.find("#query").sendKeys(id, Keys.ENTER);
            soon().untilAsserted(() -> assertThat(text("h1")).isEqualTo(call.id().value()));
        }
        browser.find("#query").clear();
        browser.find("#query").sendKeys("nobody's", Keys.ENTER);
        soon().untilAsserted(() -> assertThat(text("h1")).isEqualTo("No call found"));
    }

    @Test
    void a_calls_timeline_tells_lateness_and_what_became_of_each_event() {
        openCall();
        assertThat(text(".call-state")).contains("Ended");
        assertThat(text(".event h3").lines())
                .containsExactly("initiated", "ringing", "answered", "completed");
        assertThat(text(".event:nth-child(2)"))
                .contains("received 350 ms later", "overtaken", "repeated 1 ×");
        assertThat(browser.all(".event svg circle.applied")).hasSize(4);
        assertThat(text(".page")).doesNotContain(ConsoleTraffic.NUMBER);
    }

    @Test
    void numbers_are_masked_until_asked_for_and_asking_is_logged() {
        var logged = new ListAppender<ILoggingEvent>();
        Logger logger = (Logger) LoggerFactory.getLogger(CallRoutes.class);
        logger.addAppender(logged);
        logged.start();
        try {
            openCall();
            browser.find(".event:nth-child(1) summary").click();
            soon().until(() -> text(".parameters").contains("outbound-api"));
            assertThat(text(".parameters"))
                    .contains("CallSid", call.leg().value(), "+***")
                    .doesNotContain("5550100002");
            assertThat(logged.list).isEmpty();

            browser.find("#numbers").click();
            soon().until(() -> text(".parameters").contains(ConsoleTraffic.NUMBER));

            assertThat(logged.list)
                    .singleElement()
                    .satisfies(
                            line ->
                                    assertThat(line.getFormattedMessage())
                                            .contains(call.id().value(), "127.0.0.1")
                                            .doesNotContain("5550100002"));
            browser.find("#numbers").click();
            soon().until(() -> !text(".parameters").contains(ConsoleTraffic.NUMBER));
        } finally {
            logger.detachAppender(logged);
        }
    }

    @Test
    void a_token_is_exchanged_for_a_session() {
        EventProcessor guarded =
                pipeline.startProcessor(Map.of("OPS_TOKEN", TOKEN), new ConsumerListener() {});
        browser.open("http://127.0.0.1:" + guarded.opsPort() + "/console/");
        soon().until(() -> browser.has("#token"));
        assertThat(browser.accessibilityViolations()).isEmpty();
        var logged = new ListAppender<ILoggingEvent>();
        ((Logger) LoggerFactory.getLogger(SignIn.class)).addAppender(logged);
        logged.start();

        browser.find("#token").sendKeys("a-wrong-token-of-mine", Keys.ENTER);
        soon().until(() -> text("#wrong").contains("not a token"));
        assertThat(browser.errors())
                .as("the browser's own line about the answer 401")
                .allMatch(line -> line.contains("401"));
        assertThat(logged.list).hasSize(1);

        browser.find("#token").clear();
        browser.find("#token").sendKeys(TOKEN, Keys.ENTER);
        soon().until(() -> text(".connection").equals("Live"));
        assertThat(String.valueOf(browser.script("return document.cookie"))).isEmpty();
        assertThat(text("section[aria-labelledby=spools]")).contains("INGEST_ADMIN_URLS=");

        browser.find("#sign-out").click();
        soon().until(() -> browser.has("#token"));
        browser.open("http://127.0.0.1:" + guarded.opsPort() + "/console/#/calls");
        soon().until(() -> browser.has("#token"));
    }

    @Test
    void the_keyboard_alone_finds_and_opens_a_call() {
        openOverview();
        browser.press(Keys.TAB);
        assertThat(browser.focused()).isEqualTo("skip");
        browser.tabTo("nav a[href='#/calls']");
        browser.press(Keys.ENTER);
        soon().until(() -> text("h1").equals("Calls"));
        assertThat(browser.focused()).as("where a reader goes on").isEqualTo("Calls");
        browser.tabTo("a[href='#/calls/call-stuck']");

        browser.script("document.activeElement.blur()");
        browser.tabTo("#query");
        browser.press(call.leg().value(), Keys.ENTER);
        soon().until(() -> text("h1").equals(call.id().value()));
        assertThat(browser.focused()).isEqualTo(call.id().value());
        browser.tabTo("#numbers");
        browser.tabTo("summary");
        browser.press(Keys.ENTER);
        soon().until(() -> text(".parameters").contains("outbound-api"));
    }

    @Test
    void every_page_is_accessible_in_light_and_dark_and_fits_a_phone() {
        checkPages("light", 1280);
        checkPages("dark", 390);
        assertThat(
                        String.valueOf(
                                browser.script(
                                        "return getComputedStyle(document.body.parentElement)"
                                                + ".backgroundColor")))
                .as("dark")
                .isEqualTo("rgb(16, 20, 26)");
    }

    /** Of a busy day, and of a call as it happened. */
    private static void takePictures(Path folder) {
        browser.open("about:blank");
        traffic.forgetPast();
        traffic.history();
        call = traffic.playNow("survey-7/call-43", Duration.ofSeconds(25));
        for (String scheme : List.of("light", "dark")) {
            browser.scheme(scheme);
            browser.size(1280, 1000);
            openOverview();
            picture(folder.resolve("console-" + scheme + ".png"), 1280);
        }
        browser.scheme("light");
        browser.size(390, 844);
        openOverview();
        browser.screenshot(folder.resolve("console-phone.png"));
        browser.size(1280, 900);
        openCall();
        browser.find(".event:nth-child(2) summary").click();
        soon().until(() -> text(".parameters").contains("outbound-api"));
        picture(folder.resolve("call.png"), 1280);
    }

    private static void picture(Path file, int width) {
        Object height = browser.script("return document.documentElement.scrollHeight");
        browser.size(width, ((Number) Objects.requireNonNull(height)).intValue());
        browser.screenshot(file);
    }

    private static void checkPages(String scheme, int width) {
        browser.scheme(scheme);
        browser.size(width, 900);
        openOverview();
        browser.find(".figures summary").click();
        check(scheme, width);
        browser.go("#/calls");
        soon().until(() -> text("h1").equals("Calls"));
        check(scheme, width);
        openCall();
        browser.find(".event summary").click();
        soon().until(() -> text(".parameters").contains("outbound-api"));
        check(scheme, width);
    }

    private static void openOverview() {
        open(processor, "");
        soon().until(
                        () ->
                                text(".connection").equals("Live")
                                        && browser.has("section[aria-labelledby=lag] li"));
    }

    private static void openCall() {
        open(processor, "#/calls/" + call.id().value().replace("/", "%2F"));
        soon().until(() -> text("h1").equals(call.id().value()));
    }

    private static String tile(String name) {
        return String.valueOf(
                browser.script(
                        "return [...document.querySelectorAll('.tile')].find(t =>"
                                + " t.querySelector('h3').textContent.startsWith(arguments[0]))"
                                + ".innerText",
                        name));
    }

    private static double number(String name) {
        Object text =
                browser.script(
                        "return [...document.querySelectorAll('.tile')].find(t =>"
                                + " t.querySelector('h3').textContent.startsWith(arguments[0]))"
                                + ".querySelector('b').textContent",
                        name);
        return Double.parseDouble(String.valueOf(text).replace("–", "0").replace(",", ""));
    }
}
