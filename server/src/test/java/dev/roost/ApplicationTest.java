package dev.roost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service as a process of its own: how it starts, ends and is killed. */
class ApplicationTest {

    private static final String CREDENTIALS = "{\"email\":\"dev@example.com\",\"password\":\"supersecret\"}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.createDefault();
    private final int port = FreePort.find();

    @TempDir
    private Path directory;

    private @Nullable ServiceProcess process;

    @AfterEach
    void end() throws Exception {
        if (process != null) {
            process.terminate();
            process.awaitEnd();
        }
    }

    @Test
    void endsWithOneLineThatNamesEveryMissingSetting() throws Exception {
        ServiceProcess process = start(Map.of());

        assertThat(process.awaitEnd()).isEqualTo(1);
        assertThat(process.output())
                .isEqualToIgnoringNewLines(
                        "Roost cannot start: DATABASE_URL is missing; JWT_SECRET is missing; POLKA_KEY is missing");
    }

    @Test
    void readsTheEnvFileOfItsFolderButPrefersTheEnvironment() throws Exception {
        Files.writeString(directory.resolve(".env"), "JWT_SECRET=short\nPOLKA_KEY=from-the-file\nPORT=none\n");
        ServiceProcess process = start(Map.of("PORT", "8080"));

        process.awaitEnd();
        assertThat(process.output())
                .isEqualToIgnoringNewLines(
                        "Roost cannot start: DATABASE_URL is missing; JWT_SECRET has fewer than 32 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"export JWT_SECRET=top-secret", "JWT_SECRET top-secret"})
    void endsWithOneLineWhereTheEnvFileCannotBeRead(String content) throws Exception {
        Files.writeString(directory.resolve(".env"), content);
        ServiceProcess process = start(Map.of());

        assertThat(process.awaitEnd()).isEqualTo(1);
        assertThat(process.output().lines())
                .singleElement(STRING)
                .startsWith("Roost cannot start: ")
                .endsWith(".env cannot be read, or has a line that is not NAME=value")
                .doesNotContain("secret");
    }

    @Test
    void keepsItsDevelopmentDataAndSecretWhenItIsKilled() throws Exception {
        ServiceProcess killed = start(Map.of("PLATFORM", "dev", "PORT", String.valueOf(port)));
        awaitAnswer();
        String token = post("/api/v1/auth/register", null, CREDENTIALS)
                .get("access_token")
                .getStringValue();
        post("/api/v1/products", token, "{\"name\":\"Lamp\",\"price\":19.90}");

        killed.kill();
        start(Map.of("PLATFORM", "dev", "PORT", String.valueOf(port)));
        awaitAnswer();

        JsonNode product = post("/api/v1/products", token, "{\"name\":\"Chair\",\"price\":1}");
        assertThat(product.get("id").getLongValue()).isEqualTo(2);
        assertThat(post("/api/v1/auth/login", null, CREDENTIALS)
                        .get("user")
                        .get("id")
                        .getLongValue())
                .isEqualTo(1);
    }

    @Test
    void leavesADevelopmentFolderToTheRunThatUsesIt() throws Exception {
        start(Map.of("PLATFORM", "dev", "PORT", String.valueOf(port)));
        awaitAnswer();

        ServiceProcess first = Objects.requireNonNull(process);
        ServiceProcess second = start(Map.of("PLATFORM", "dev", "PORT", "0"));
        assertThat(second.awaitEnd()).isEqualTo(1);
        assertThat(second.output()).contains("another development run uses");

        process = first;
        awaitAnswer();
    }

    @Test
    void keepsItsDevelopmentDatabaseUntilItHasEnded() throws Exception {
        ServiceProcess process =
                start(Map.of("PLATFORM", "dev", "PORT", String.valueOf(port), "SHUTDOWN_DELAY_SEC", "3"));
        awaitAnswer();
        ProcessHandle postgres = postgres();

        process.terminate();
        assertThat(post("/api/v1/auth/register", null, CREDENTIALS).get("user")).isNotNull();
        process.terminate(); // Which changes nothing.
        assertThat(process.awaitEnd()).isZero();
        assertThat(process.output()).containsOnlyOnce("about to end");
        assertThat(postgres.onExit()).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void saysWhyItEndsWhereTheDatabaseCannotBeReached() throws Exception {
        ServiceProcess process = start(
                Map.of(
                        "DATABASE_URL",
                        "postgres://roost:of-the-database@localhost:%d/roost".formatted(port),
                        "JWT_SECRET",
                        "a-secret-of-the-tests-and-of-nothing-else",
                        "POLKA_KEY",
                        "a-key-of-the-tests"),
                "-Ddatasources.default.initialization-fail-timeout=1");

        assertThat(process.awaitEnd()).isEqualTo(1);
        assertThat(process.output())
                .containsOnlyOnce("Roost cannot start")
                .contains("Connection to localhost:%d refused".formatted(port))
                .doesNotContain("of-the-database", "Exception");
    }

    @Test
    void endsWithOneLineWhereItsPortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0)) {
            ServiceProcess process = start(Map.of(
                    "PORT",
                    String.valueOf(taken.getLocalPort()),
                    "DATABASE_URL",
                    TestDatabase.create(),
                    "JWT_SECRET",
                    "a-secret-of-the-tests-and-of-nothing-else",
                    "POLKA_KEY",
                    "a-key-of-the-tests"));

            assertThat(process.awaitEnd()).isEqualTo(1);
            assertThat(process.output())
                    .containsOnlyOnce("Roost cannot start")
                    .containsPattern("%d: .*Address already in use".formatted(taken.getLocalPort()))
                    .doesNotContain("Exception");
        }
    }

    private ProcessHandle postgres() throws IOException {
        Path pidFile = directory.resolve(".roost/postgresql/postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst()))
                .orElseThrow();
    }

    private ServiceProcess start(Map<String, String> environment, String... options) throws IOException {
        ServiceProcess started = ServiceProcess.ofClasses(directory, environment, options);
        process = started;
        return started;
    }

    private void awaitAnswer() throws Exception {
        for (int i = 0; i < 600; i++) {
            try {
                client.send(request("/").build(), BodyHandlers.discarding());
                return;
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError(
                "no answer:\n" + Objects.requireNonNull(process).output());
    }

    private JsonNode post(String path, @Nullable String token, String body) throws Exception {
        var request = request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return json.readValue(
                client.send(request.build(), BodyHandlers.ofString()).body(), JsonNode.class);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)));
    }
}
