package com.voicesurvey.telephony.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.processor.console.Browser;

import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import java.nio.file.Path;
import java.time.Duration;

/** A test of pages in a real browser. {@code -Dscreenshots=DIR} leaves pictures there. */
abstract class BrowserTest {
    static Browser browser;

    @BeforeAll
    static void startBrowser() {
        browser = Browser.start();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void asAtFirst() {
        browser.size(1280, 900);
        browser.scheme("light");
        browser.errors();
    }

    @AfterEach
    void nothing_went_wrong_in_the_page() {
        assertThat(browser.errors()).isEmpty();
    }

    /** Where pictures are wanted; null where they are not. */
    static @Nullable Path pictures() {
        String folder = System.getProperty("screenshots", "");
        return folder.isEmpty() ? null : Path.of(folder).toAbsolutePath();
    }

    static void open(EventProcessor processor, String page) {
        browser.open("http://127.0.0.1:" + processor.opsPort() + "/console/" + page);
    }

    /** The open page is accessible and nothing of it is cut off. */
    static void check(String scheme, int width) {
        String where = text("h1") + ", " + scheme + ", " + width;
        assertThat(browser.accessibilityViolations()).as(where).isEmpty();
        // charts take their new width a moment after the window has
        soon().untilAsserted(
                        () -> assertThat(browser.overhang()).as("too wide: " + where).isZero());
    }

    static String text(String css) {
        return browser.text(css);
    }

    static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50));
    }
}
