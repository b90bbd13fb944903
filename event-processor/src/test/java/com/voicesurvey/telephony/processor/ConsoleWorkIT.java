package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.OUTBOX;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.wire.CallEventEncoder;
import com.voicesurvey.telephony.domain.wire.Topics;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** What operators do on the page: dead letters put right, replay and audit asked for. */
class ConsoleWorkIT extends BrowserTest {
    private static Pipeline pipeline;
    private static EventProcessor processor;

    @BeforeAll
    static void start() throws SQLException {
        pipeline = Pipeline.fresh().migrated();
        processor = pipeline.startProcessor();
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    @Test
    void a_dead_letter_is_found_from_its_tile_looked_at_and_redriven() {
        TestCall call = contradicting();
        open("#/");
        soon().until(() -> browser.has("a[href='#/letters']"));
        browser.find(".tile a[href='#/letters']").click();
        soon().until(() -> text("main td").contains(call.id().value()));
        openLetterOf(call);
        soon().until(() -> text("main").contains("contact_id is"));
        assertThat(text("main")).contains("Mend the attempt, then redrive", "contradicts attempt");
        assertThat(text(".record")).contains("call.busy", call.id().value());

        setContact(call, call.contact().value());
        browser.find("#redrive").click();

        soon().until(() -> text(".call-state").contains("redriven"));
        pipeline.awaitAllApplied();
        soon().until(() -> pipeline.records(Topics.CALL_EVENTS).size() > 1);
        soon().until(() -> stage(call).equals("ended"));
        browser.go("#/letters");
        soon().until(() -> text("main").contains("Dead letters"));
        soon().until(() -> browser.has("table, .empty"));
        assertThat(rowOf(call)).isEmpty();
    }

    @Test
    void several_are_chosen_and_discarded_and_numbers_stay_masked() {
        TestCall call = pipeline.seeds.call();
        long before = pipeline.records(Topics.DEAD_LETTERS).size();
        for (int i = 0; i < 2; i++) {
            pipeline.produce(
                    call.id().value(),
                    CallEventEncoder.encodeUnknownStatus(
                            call.header("on-hold-" + i, 1, null),
                            List.of(new Parameter("To", "+15550100002"))));
        }
        soon().until(() -> pipeline.records(Topics.DEAD_LETTERS).size() == before + 2);
        open("#/letters");
        soon().until(() -> browser.has("#everything"));
        openLetterOf(call);
        soon().until(() -> text(".record").contains("on-hold"));
        assertThat(text(".record")).contains("+***").doesNotContain("5550100002");
        browser.find("button[aria-pressed]").click();
        soon().until(() -> text(".record").contains("+15550100002"));

        browser.go("#/letters");
        soon().until(() -> browser.has("#everything"));
        rowOf(call).forEach(row -> row.findElement(By.cssSelector("input")).click());
        browser.all("button").stream()
                .filter(button -> button.getText().startsWith("Discard 2"))
                .findFirst()
                .orElseThrow()
                .click();
        soon().until(() -> text("main").contains("2 discarded."));
        assertThat(pipeline.sql.fetchCount(OUTBOX)).isZero();
    }

    @Test
    void an_audit_names_a_difference_and_mends_it_and_a_replay_counts() {
        TestCall call = pipeline.seeds.call();
        pipeline.produce(call.fiveEvents());
        pipeline.awaitAllApplied();
        pipeline.sql.execute(
                "update call_attempts set duration_seconds = 1 where call_id = ?",
                call.id().value());

        open("#/jobs");
        soon().until(() -> browser.has("#audit-from"));
        submit("Start audit");
        soon().until(() -> text(".job").contains("duration_seconds"));
        assertThat(text(".job td")).contains(call.id().value());

        browser.find("#audit-repair").click();
        submit("Start audit");
        soon().until(() -> text(".job:first-child").contains("with repair"));
        soon().until(() -> text(".job:first-child .badge").equals("done"));
        assertThat(
                        pipeline.sql
                                .fetchSingle(
                                        "select duration_seconds from call_attempts where call_id ="
                                                + " ?",
                                        call.id().value())
                                .get(0, Integer.class))
                .isEqualTo(13);

        submit("Start replay");
        soon().until(() -> text(".job:first-child").contains("dry run"));
        soon().until(() -> text(".job:first-child .badge").equals("done"));
        assertThat(text(".job:first-child")).contains("Already there");

        browser.find("#replay-from").clear();
        browser.find("#replay-from").sendKeys("yesterday");
        submit("Start replay");
        soon().until(() -> text(".wrong").contains("'yesterday' is no place"));
        assertThat(browser.errors())
                .as("the browser's own line about the answer 400")
                .allMatch(line -> line.contains("400"));
    }

    @Test
    void both_pages_are_accessible_in_light_and_dark_and_fit_a_phone() {
        contradicting();
        Path pictures = pictures();
        for (String scheme : List.of("light", "dark")) {
            browser.scheme(scheme);
            for (int width : new int[] {1280, 390}) {
                browser.size(width, 900);
                open("#/letters");
                soon().until(() -> browser.has("main td a"));
                check(scheme, width);
                browser.find("main td a[href^='#/letters/']").click();
                soon().until(() -> browser.has(".record"));
                check(scheme, width);
                if (pictures != null && scheme.equals("light") && width == 1280) {
                    browser.screenshot(pictures.resolve("letter.png"));
                }
                open("#/jobs");
                soon().until(() -> browser.has("#audit-from"));
                check(scheme, width);
                if (pictures != null && scheme.equals("dark") && width == 1280) {
                    browser.screenshot(pictures.resolve("jobs.png"));
                }
            }
        }
    }

    /** A call whose attempt names another contact than its event, and the dead letter of that. */
    private static TestCall contradicting() {
        TestCall call = pipeline.seeds.call();
        UUID other = UUID.randomUUID();
        pipeline.sql.execute(
                "insert into contacts (id, campaign_id, phone_number) values (?, ?, '+15550100009')",
                other,
                call.campaign().value());
        setContact(call, other);
        long before = pipeline.records(Topics.DEAD_LETTERS).size();
        pipeline.produce(call.busy());
        soon().until(() -> pipeline.records(Topics.DEAD_LETTERS).size() == before + 1);
        return call;
    }

    private static void openLetterOf(TestCall call) {
        rowOf(call).getFirst().findElement(By.cssSelector("a[href^='#/letters/']")).click();
    }

    private static List<WebElement> rowOf(TestCall call) {
        return browser.all("main tbody tr").stream()
                .filter(row -> row.getText().contains(call.id().value()))
                .toList();
    }

    private static void setContact(TestCall call, UUID contact) {
        pipeline.sql.execute(
                "update call_attempts set contact_id = ? where call_id = ?",
                contact,
                call.id().value());
    }

    private static String stage(TestCall call) {
        return String.valueOf(
                pipeline.sql
                        .fetchSingle(
                                "select call_stage::text from call_attempts where call_id = ?",
                                call.id().value())
                        .get(0));
    }

    private static void submit(String name) {
        browser.all("button[type=submit]").stream()
                .filter(button -> button.getText().equals(name))
                .findFirst()
                .orElseThrow()
                .click();
    }

    private static void open(String page) {
        open(processor, page);
    }
}
