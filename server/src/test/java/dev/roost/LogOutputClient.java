package dev.roost;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client that sends secrets wherever it can, well and badly, and knows all of them and all that it was answered. */
final class LogOutputClient {

    static final String JWT_SECRET = "canary-jwt-secret-of-32-bytes-or-more";
    static final String POLKA_KEY = "canary-polka-key";
    static final String DATABASE_PASSWORD = "canary-database";
    static final String REDIS_PASSWORD = "canary-redis";
    private static final String PASSWORD = "canary/pass+word 1&2";
    private static final String QUERY = "canary-query";
    private static final String HEADER = "canary-header";
    static final String EMAIL = "canary-email@example.com";

    private static final String ROUTES = """
            POST   /api/v1/auth/register
            POST   /api/v1/auth/login
            POST   /api/users
            PUT    /api/users
            POST   /api/login
            POST   /api/refresh
            POST   /api/revoke
            POST   /api/v1/products
            GET    /api/v1/products
            GET    /api/v1/products/1
            PATCH  /api/v1/products/1
            DELETE /api/v1/products/1
            POST   /api/chirps
            GET    /api/chirps
            GET    /api/chirps/1
            DELETE /api/chirps/1
            POST   /api/polka/webhooks
            GET    /admin/metrics
            POST   /admin/reset
            GET    /api/healthz
            GET    /app/
            GET    /app/nothing
            GET    /problems
            GET    /openapi.yaml
            GET    /swagger-ui/
            GET    /nowhere
            TRACE  /nowhere
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final URI database;
    private final List<String> secrets =
            new ArrayList<>(List.of(JWT_SECRET, POLKA_KEY, DATABASE_PASSWORD, REDIS_PASSWORD, PASSWORD, QUERY, HEADER));
    private final StringBuilder answers = new StringBuilder();
    private String accessToken = "";
    private String refreshToken = "";
    private int requests;

    LogOutputClient(int port, URI database) {
        this.port = port;
        this.database = database;
    }

    int requests() {
        return requests;
    }

    List<String> secrets() {
        return secrets;
    }

    String answers() {
        return answers.toString();
    }

    void run() throws Exception {
        try (Connection sql = DriverManager.getConnection(
                "jdbc:postgresql://localhost:%d%s?user=postgres".formatted(database.getPort(), database.getPath()))) {
            awaitAnswer();
            register(sql);
            knockEverywhere();
            failInTheDatabase(sql);
            assault();
        }
    }

    private void awaitAnswer() throws Exception {
        for (int i = 0; i < 300; i++) {
            try {
                send("GET", "/api/healthz", null, null);
                return;
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("no answer");
    }

    /** Gets tokens and a hash, which are secrets as well. */
    private void register(Connection sql) throws Exception {
        String session = send("POST", "/api/v1/auth/register", null, credentials(EMAIL, PASSWORD));
        JsonNode members = JsonMapper.createDefault().readValue(session, JsonNode.class);
        accessToken = members.get("access_token").getStringValue();
        refreshToken = members.get("refresh_token").getStringValue();
        secrets.addAll(List.of(accessToken, accessToken.substring(accessToken.lastIndexOf('.') + 1), refreshToken));
        try (var statement = sql.createStatement();
                var row = statement.executeQuery("SELECT password_hash FROM accounts")) {
            row.next();
            secrets.add(row.getString(1));
        }
        answers.setLength(0);
    }

    private void knockEverywhere() throws Exception {
        List<@Nullable String> authorizations = Arrays.asList(
                null,
                "Bearer " + HEADER,
                "Bearer " + accessToken,
                "Bearer " + accessToken + "x",
                "Bearer " + refreshToken,
                "ApiKey " + POLKA_KEY,
                "Basic " + Base64.getEncoder().encodeToString(("u:" + PASSWORD).getBytes(UTF_8)));
        String query = "?page=%s&token=%s&access_token=%s".formatted(QUERY, QUERY, accessToken);
        for (String route : ROUTES.lines().toList()) {
            String[] cells = route.split(" +");
            for (String authorization : authorizations) {
                send(cells[0], cells[1] + query, authorization, null);
            }
            for (String body : cells[0].startsWith("P") ? bodies() : List.<String>of()) {
                send(cells[0], cells[1], authorizations.get(cells[1].contains("polka") ? 5 : 2), body);
            }
        }
    }

    private static List<String> bodies() {
        return List.of(
                credentials("not-" + EMAIL, PASSWORD),
                credentials(PASSWORD, PASSWORD),
                credentials(EMAIL, PASSWORD.repeat(20)),
                credentials(EMAIL, PASSWORD).replace("}", ""),
                "{\"email\":{\"a\":\"%s\"},\"password\":[\"%s\"]}".formatted(PASSWORD, PASSWORD),
                "{\"password\":\"%s\",\"password\":\"%s\"}".formatted(PASSWORD, PASSWORD),
                "{\"name\":{\"a\":\"%s\"},\"price\":\"%s\",\"body\":[\"%s\"]}".formatted(PASSWORD, PASSWORD, PASSWORD),
                "{\"event\":\"user.upgraded\",\"data\":{\"user_id\":\"%s\"}}".formatted(PASSWORD),
                PASSWORD);
    }

    private static String credentials(String email, String password) {
        return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    }

    private void failInTheDatabase(Connection sql) throws Exception {
        change(sql, "ALTER TABLE accounts ADD CONSTRAINT nobody CHECK (email IS NULL) NOT VALID");
        send("POST", "/api/users", null, credentials("new-" + EMAIL, PASSWORD));
        change(sql, "ALTER TABLE accounts DROP CONSTRAINT nobody");
        change(sql, "ALTER TABLE refresh_tokens RENAME TO gone");
        send("POST", "/api/refresh", "Bearer " + refreshToken, null);
        send("POST", "/api/login", null, credentials(EMAIL, PASSWORD));
        change(sql, "ALTER TABLE gone RENAME TO refresh_tokens");
    }

    private static void change(Connection sql, String statement) throws SQLException {
        try (var change = sql.createStatement()) {
            change.execute(statement);
        }
    }

    private void assault() throws IOException {
        String end = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        for (String request : List.of(
                "GET /a\u001b[31m\u0000\u0085\u00e2\u0080\u00a8\"\\" + end + "\r\n",
                "GET /" + "a".repeat(1 << 20) + end + "\r\n",
                "GET /" + "\u00ff".repeat(4_000) + end + "\r\n",
                "G\u001b[31mT / " + HEADER + end + "\r\n",
                "GET /|?" + QUERY + end + "\r\n",
                "GET http://u:" + HEADER + "@localhost/" + end + "\r\n",
                "GET /" + end + "User-Agent: \u00e2\u0080\u00a8\u00ff\t" + "a\"\\".repeat(1_000) + "\r\n\r\n",
                "GET /" + end + "User-Agent: " + HEADER.repeat(100_000) + "\r\n\r\n",
                "GET /" + end + "Bad Header: " + HEADER + "\r\n\r\n",
                "POST /api/login" + end + "Content-Length: " + HEADER + "\r\n\r\n",
                "POST /api/login" + end + "Content-Type: " + HEADER + "/x\r\nContent-Length: 1\r\n\r\n{",
                "POST /api/login" + end + "Transfer-Encoding: chunked\r\n\r\n" + HEADER + "\r\n\r\n")) {
            var answer = RawHttp.exchange(port, request);
            answers.append(answer.head()).append(answer.body());
            requests++;
        }
    }

    private String send(String method, String target, @Nullable String authorization, @Nullable String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + target))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        var answer = client.send(request.build(), BodyHandlers.ofString());
        requests++;
        answers.append(answer.headers().map()).append(answer.body());
        return answer.body();
    }
}
