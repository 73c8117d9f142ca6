package dev.roost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.configuration.Settings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Pages in a browser, against the whole service as {@code PLATFORM=dev} runs it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BrowserTest {

    /** Where screenshots go. */
    protected static final Path FOLDER = Path.of("target", "browser");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    protected Browser browser;

    private EmbeddedServer server;
    private JsonMapper json;

    @BeforeAll
    void start() throws Exception {
        Path folder = FOLDER.resolve(getClass().getSimpleName());
        var settings = Settings.of(Map.of("PLATFORM", "dev", "PORT", "0"), folder);
        server = ApplicationContext.run(EmbeddedServer.class, settings.properties());
        json = server.getApplicationContext().getBean(JsonMapper.class);
        browser = Browser.start(folder, json);
    }

    @AfterAll
    void stop() {
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

    protected void open(String path) {
        browser.open(server.getURI() + path);
    }

    protected String get(String path) throws Exception {
        return send(request(path));
    }

    /** Posts JSON and returns the JSON of the answer. */
    protected JsonNode post(String path, @Nullable String token, String body) throws Exception {
        var request = request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return json.readValue(send(request), JsonNode.class);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.getURI() + path));
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString()).body();
    }
}
