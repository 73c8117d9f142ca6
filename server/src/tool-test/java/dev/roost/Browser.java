package dev.roost;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Headless Chromium, which tells what its page asked the network for and what it complained of. {@code CHROME_BIN} and
 * {@code SE_CHROMEDRIVER} name the binaries where they are not at Debian's places; nothing is downloaded.
 */
public final class Browser implements AutoCloseable {

    private static final String RECORD_VIOLATIONS = """
            window.violations = [];
            document.addEventListener("securitypolicyviolation", event =>
                window.violations.push(event.effectiveDirective + " " + event.blockedURI));
            """;

    private final ChromeDriver driver;
    private final WebDriverWait wait;
    private final JsonMapper json;

    private Browser(ChromeDriver driver, JsonMapper json) {
        this.driver = driver;
        this.wait = new WebDriverWait(driver, Duration.ofSeconds(30));
        this.json = json;
    }

    static Browser start(Path folder, JsonMapper json) throws IOException {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        var options = new ChromeOptions();
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        options.setBinary(binary("CHROME_BIN", "/usr/bin/chromium"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,1600",
                "--user-data-dir="
                        + Files.createTempDirectory(Files.createDirectories(folder), "profile")
                                .toAbsolutePath());
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(binary("SE_CHROMEDRIVER", "/usr/bin/chromedriver")))
                .build();
        var driver = new ChromeDriver(service, options);
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", RECORD_VIOLATIONS));
        var browser = new Browser(driver, json);
        browser.leaveStartPage();
        return browser;
    }

    private static String binary(String variable, String fallback) {
        return System.getenv().getOrDefault(variable, fallback);
    }

    /** The browser's own start page loads {@code chrome:} URLs, which are nobody's concern here. */
    private void leaveStartPage() {
        driver.get("about:blank");
        requests();
    }

    /** Opens a page and waits until it is loaded. */
    public void open(String url) {
        driver.get(url);
    }

    /** Waits until an element is visible. */
    public WebElement find(String selector) {
        return wait.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
    }

    /** Waits until at least one element is there. */
    public List<WebElement> findAll(String selector) {
        return wait.until(ExpectedConditions.presenceOfAllElementsLocatedBy(By.cssSelector(selector)));
    }

    /** Waits until an element can be clicked, and clicks it. */
    public void click(String selector) {
        wait.until(ExpectedConditions.elementToBeClickable(By.cssSelector(selector)))
                .click();
    }

    /** Waits until an element that a selector names says something. */
    public WebElement findSaying(String selector, String text) {
        return wait.until(browser -> browser.findElements(By.cssSelector(selector)).stream()
                .filter(element -> element.getText().contains(text))
                .findFirst()
                .orElse(null));
    }

    /** Waits until no such element is visible. */
    public void waitUntilGone(String selector) {
        wait.until(ExpectedConditions.invisibilityOfElementLocated(By.cssSelector(selector)));
    }

    /** Returns the URLs that were asked for since the last call. */
    public List<String> requests() {
        var urls = new ArrayList<String>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode event = read(entry.getMessage()).get("message");
            JsonNode parameters = event.get("params");
            switch (event.get("method").getStringValue()) {
                case "Network.requestWillBeSent" ->
                    urls.add(parameters.get("request").get("url").getStringValue());
                case "Network.webSocketCreated" ->
                    urls.add(parameters.get("url").getStringValue());
                default -> {}
            }
        }
        return urls;
    }

    /** Returns the errors that the console showed since the last call. */
    public List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().equals(Level.SEVERE))
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Returns how the page broke its Content-Security-Policy since it was opened. */
    public List<?> violations() {
        return (List<?>) driver.executeScript("return window.violations");
    }

    /** Returns the title of the page. */
    public String title() {
        return driver.getTitle();
    }

    /** Saves what the window shows. */
    public void saveScreenshot(Path file) throws IOException {
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }

    private JsonNode read(String message) {
        try {
            return json.readValue(message, JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
