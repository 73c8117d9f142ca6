package dev.roost;

import dev.roost.account.TestAccounts;
import dev.roost.configuration.Settings;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;

/** Raw HTTP against the whole service, with production's settings, on a database of its own. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ApiTest implements TestPropertyProvider {

    /** The key that the service under test signs access tokens with. */
    protected static final String JWT_SECRET = "a-secret-of-the-tests-and-of-nothing-else";

    /** The key that Polka's calls to the service under test authenticate with. */
    protected static final String POLKA_KEY = "a-key-of-the-tests";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Inject
    protected TestAccounts accounts;

    @Inject
    private EmbeddedServer server;

    @Inject
    private JsonMapper json;

    @Inject
    private TestSql sql;

    /** Returns the settings that a test adds to production's, under their names in the environment. */
    protected Map<String, String> settings() {
        return Map.of();
    }

    /** Returns the properties of Micronaut's that a test sets beside what comes from the settings. */
    protected Map<String, String> properties() {
        return Map.of();
    }

    @Override
    public final Map<String, String> getProperties() {
        return properties(settings(), properties()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, property -> property.getValue().toString()));
    }

    /** Returns how a service is configured that has production's settings, these ones, and a database of its own. */
    public static Map<String, Object> properties(Map<String, String> settings, Map<String, String> properties) {
        var all = new HashMap<>(Map.of(
                "DATABASE_URL", TestDatabase.create(), "JWT_SECRET", JWT_SECRET, "POLKA_KEY", POLKA_KEY, "PORT", "0"));
        all.putAll(settings);
        var configuration = new HashMap<>(Settings.of(all, Path.of("")).properties());
        configuration.putAll(properties);
        return configuration;
    }

    protected Answer get(String path, @Nullable String token) {
        return send("GET", path, token, null);
    }

    protected Answer post(String path, @Nullable String token, String body) {
        return send("POST", path, token, body);
    }

    /** Sends a request, with a JSON body where there is one. */
    protected Answer send(String method, String path, @Nullable String token, @Nullable String body) {
        return send(request(method, path, token, body));
    }

    /** Returns a request, with a JSON body where there is one. */
    protected HttpRequest.Builder request(String method, String path, @Nullable String token, @Nullable String body) {
        var request =
                request(path).method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    /** Returns the TCP port of the service under test, for what no HTTP client sends. */
    protected int port() {
        return server.getPort();
    }

    protected HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.getURI() + path));
    }

    protected Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = exchange(request);
        try {
            JsonNode body =
                    response.body().isEmpty() ? JsonNode.nullNode() : json.readValue(response.body(), JsonNode.class);
            return new Answer(response, body);
        } catch (IOException e) {
            throw new UncheckedIOException(response.body(), e);
        }
    }

    /** Sends a request whose answer need not be JSON. Both have to be as the document says. */
    protected HttpResponse<String> exchange(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
            if (request.uri().getPort() == port()) {
                DocumentedApi.check(
                        request, response.statusCode(), response.headers().map(), response.body());
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a body for registering and logging in; quotes in it must be escaped. */
    protected static String credentials(String email, String password) {
        return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    }

    /** Returns a connection to the database of the service under test. */
    protected Connection connection() throws SQLException {
        return sql.connection();
    }

    /** Returns the one value that a query finds in the database of the service under test. */
    protected Object query(String text) {
        return sql.query(text);
    }

    /** Changes the database of the service under test. */
    protected void execute(String text) {
        sql.execute(text);
    }

    /** Returns what a call returns that must wait for what a statement locks. What happens meanwhile ends with a commit. */
    protected <T extends @Nullable Object> T whileLocked(String lock, Supplier<T> call, Runnable meanwhile)
            throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(lock);
            var waiting = CompletableFuture.supplyAsync(call);
            awaitWaitingStatement();
            meanwhile.run();
            connection.commit();
            connection.setAutoCommit(true);
            return waiting.join();
        }
    }

    /** Calls while another transaction holds what its statement locks. */
    protected <T extends @Nullable Object> T whileHeld(String lock, Supplier<T> call) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(lock);
            T result = call.get();
            connection.rollback();
            connection.setAutoCommit(true);
            return result;
        }
    }

    /** Waits until a statement of the service under test waits for a lock. */
    protected void awaitWaitingStatement() {
        for (int i = 0; i < 500; i++) {
            if (query("""
                    SELECT EXISTS (
                        SELECT
                        FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock')
                    """).equals(true)) {
                return;
            }
            LockSupport.parkNanos(10_000_000);
        }
        throw new AssertionError("no statement waits for a lock");
    }

    /** What came back: the response, and its body read as JSON. */
    protected record Answer(HttpResponse<String> response, JsonNode body) {

        public int status() {
            return response.statusCode();
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        /** Returns a member of the body as Java's own type; null where there is none. */
        public @Nullable Object member(String name) {
            JsonNode member = body.get(name);
            return member == null ? null : member.getValue();
        }

        /** Returns a member of the body that must be a text. */
        public String text(String name) {
            return body.get(name).getStringValue();
        }

        /** Returns the names of the body's members. */
        public List<String> members() {
            var names = new ArrayList<String>();
            body.entries().forEach(entry -> names.add(entry.getKey()));
            return names;
        }

        /** Returns the body without what differs from one request to the next. */
        public Map<?, ?> withoutRequestId() {
            var members = new HashMap<>((Map<?, ?>) body.getValue());
            members.remove("request_id");
            return members;
        }
    }
}
