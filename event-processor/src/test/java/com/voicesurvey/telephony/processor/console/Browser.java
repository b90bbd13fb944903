package com.voicesurvey.telephony.processor.console;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;

/** Debian's Chromium, without a window; ends with its test. */
public final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /**
     * Starts one.
     *
     * @throws IllegalStateException saying what to install, if there is none
     */
    public static Browser start() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("chromium"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-extensions",
                "--hide-scrollbars",
                "--lang=en");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(program("chromedriver"))
                        .usingAnyFreePort()
                        .build();
        Browser browser = new Browser(new ChromeDriver(service, options));
        browser.size(1280, 900);
        return browser;
    }

    public void open(String url) {
        // an address that differs in what follows # alone would not be loaded again
        driver.get("about:blank");
        driver.get(url);
    }

    public void go(String hash) {
        script("location.hash = arguments[0]", hash);
    }

    public WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    public List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** The text of what is there, one line an element. */
    public String text(String css) {
        return String.valueOf(
                script(
                        "return [...document.querySelectorAll(arguments[0])]"
                                + ".map(e => e.innerText).join('\\n')",
                        css));
    }

    public boolean has(String css) {
        return !all(css).isEmpty();
    }

    public void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Presses Tab until the element that has the focus is of that selector. */
    public void tabTo(String css) {
        for (int i = 0; i < 60; i++) {
            press(Keys.TAB);
            if (Boolean.TRUE.equals(
                    script("return document.activeElement.matches(arguments[0])", css))) {
                return;
            }
        }
        throw new AssertionError(css + " cannot be reached with Tab");
    }

    public String focused() {
        return String.valueOf(
                script(
                        "const e = document.activeElement;"
                                + "return e.id || e.textContent.trim() || e.tagName"));
    }

    public @Nullable Object script(String text, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(text, arguments);
    }

    public void size(int width, int height) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    public void scheme(String lightOrDark) {
        command(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", lightOrDark))));
    }

    /** How many pixels the page is wider than what is seen of it. */
    public long overhang() {
        return ((Number)
                        Objects.requireNonNull(
                                script(
                                        "return document.documentElement.scrollWidth"
                                                + " - document.documentElement.clientWidth")))
                .longValue();
    }

    /** What axe-core finds wrong with the page as it is, each with the places. */
    public List<String> accessibilityViolations() {
        if (!Boolean.TRUE.equals(script("return typeof axe === 'object'"))) {
            script(axe());
        }
        String found =
                String.valueOf(
                        driver.executeAsyncScript(
                                "const done = arguments[arguments.length - 1];"
                                        + "axe.run().then(r => done(JSON.stringify(r.violations.map("
                                        + "v => v.id + ': ' + v.help + ' ' + v.nodes.map("
                                        + "n => n.html + ' ' + (n.any[0]?.message ?? ''))"
                                        + ".join(' | ')))), e => done(JSON.stringify([String(e)])))"));
        try {
            List<String> violations = new ArrayList<>();
            JSON.readTree(found).forEach(node -> violations.add(node.asText()));
            return violations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Errors that the page has logged since the last time: of scripts, requests and the policy. */
    public List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getMessage())
                .toList();
    }

    /** The whole page as a picture, however long. */
    public void screenshot(Path file) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    private void command(String name, Map<String, Object> parameters) {
        driver.executeCdpCommand(name, parameters);
    }

    private static File program(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> new File(folder, name))
                .filter(File::canExecute)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        name
                                                + " is not there, and the console is tested in a real"
                                                + " browser: apt-get install chromium"
                                                + " chromium-driver"));
    }

    private static String axe() {
        try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(
                    Objects.requireNonNull(in, "axe.min.js").readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
