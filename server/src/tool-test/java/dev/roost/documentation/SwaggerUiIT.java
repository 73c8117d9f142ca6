package dev.roost.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.configuration.Settings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Swagger UI in a browser, against the whole service as {@code PLATFORM=dev} runs it. */
class SwaggerUiIT {

    private static final Path FOLDER = Path.of("target", "browser");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static EmbeddedServer server;
    private static JsonMapper json;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        var settings = Settings.of(Map.of("PLATFORM", "dev", "PORT", "0"), FOLDER);
        server = ApplicationContext.run(EmbeddedServer.class, settings.properties());
        json = server.getApplicationContext().getBean(JsonMapper.class);
        browser = Browser.start(FOLDER, json);
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    @AfterEach
    void thePageKeptToTheServiceAndToItsPolicy() {
        assertThat(browser.requests())
                .isNotEmpty()
                .allMatch(url ->
                        url.startsWith(server.getURI() + "/") || url.startsWith("data:") || url.startsWith("blob:"));
        assertThat(browser.violations()).isEmpty();
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void showsEveryOperationOfTheDocumentReadyToBeTriedOut() throws Exception {
        var documented = Pattern.compile("operationId: (\\w+)")
                .matcher(send(HttpRequest.newBuilder(service("/openapi.yaml"))))
                .results()
                .map(MatchResult::group)
                .map(line -> line.substring("operationId: ".length()))
                .toList();

        browser.open(server.getURI() + "/swagger-ui/");
        var shown = browser.findAll(".opblock").stream()
                .map(block -> block.getDomAttribute("id"))
                .toList();
        for (String id : shown) {
            browser.click("#" + id + " .opblock-summary-control");
            browser.find("#" + id + " .try-out__btn");
        }

        assertThat(documented).isNotEmpty();
        assertThat(shown)
                .extracting(id -> id.substring(id.lastIndexOf('-') + 1))
                .containsExactlyInAnyOrderElementsOf(documented);
    }

    @Test
    void triesOutOperationsForACallerWhoAuthorized() throws Exception {
        String token = register();
        browser.open(server.getURI() + "/swagger-ui/");

        browser.click(".auth-wrapper .authorize");
        browser.find("#auth-bearer-value").sendKeys(token);
        browser.click(".modal-ux .auth-btn-wrapper .authorize");
        browser.click(".modal-ux .auth-btn-wrapper .btn-done");
        browser.waitUntilGone(".modal-ux");

        assertThat(statusOf("#operations-Products-createProduct")).isEqualTo("201");
        assertThat(statusOf("#operations-Products-listProducts")).isEqualTo("200");
        browser.saveScreenshot(FOLDER.resolve("swagger-ui.png"));
    }

    @Test
    void doesNotShowADocumentThatALinkNames() {
        browser.open(server.getURI()
                + "/swagger-ui/?url=https://example.org/openapi.yaml&configUrl=https://example.org/configuration.yaml");

        assertThat(browser.find(".info .title").getText()).startsWith("Roost");
    }

    /** Opens an operation, executes it with the values that the page proposes, and returns the status it shows. */
    private static String statusOf(String operation) {
        browser.click(operation + " .opblock-summary-control");
        browser.click(operation + " .try-out__btn");
        browser.click(operation + " .execute");
        return browser.find(operation + " .live-responses-table .response .response-col_status")
                .getText()
                .strip();
    }

    private static String register() throws Exception {
        var request = HttpRequest.newBuilder(service("/api/v1/auth/register"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"email": "%s@example.com", "password": "correct horse battery"}""".formatted(UUID.randomUUID())));
        return json.readValue(send(request), JsonNode.class).get("access_token").getStringValue();
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString()).body();
    }

    private static URI service(String path) {
        return server.getURI().resolve(path);
    }
}
