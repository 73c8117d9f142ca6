package dev.roost.packaging;

import dev.roost.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the AOT cache (JEP 483, 514 and 515) that the packaged service starts with: the service runs once on an embedded
 * PostgreSQL, answers some of everything, and ends; its JVM keeps which classes that took, and how often what was called.
 */
final class TrainingRun {

    private static final int ROUNDS = 30;
    private static final int PATIENCE_SECONDS = 120;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;

    private TrainingRun(int port) {
        this.url = "http://localhost:" + port;
    }

    /** Takes the folder of the packaged service, where the cache is put. */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        Path cache = home.resolve("roost.aot");
        Path log = home.resolve("training.log");
        int port = FreePort.find();
        Files.deleteIfExists(cache);
        try (var database = EmbeddedPostgres.start()) {
            var builder = new ProcessBuilder(home.resolve("roost").toString())
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.matches("[A-Z_]*(URL|SECRET|KEY|PORT|PLATFORM|OPTIONS)"));
            builder.environment()
                    .putAll(Map.of(
                            "JAVA_HOME",
                            System.getProperty("java.home"),
                            "JAVA_OPTS",
                            "-XX:AOTCacheOutput=" + cache.getFileName(),
                            "DATABASE_URL",
                            "postgres://postgres@localhost:%d/postgres".formatted(database.getPort()),
                            "JWT_SECRET",
                            "a-secret-for-the-training-run-and-nothing-else",
                            "POLKA_KEY",
                            "a-key-for-the-training-run",
                            "RATE_LIMIT_PER_MINUTE",
                            "0",
                            "PORT",
                            String.valueOf(port)));
            Process service = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> kill(service)));
            try {
                var training = new TrainingRun(port);
                training.awaitReady(service);
                training.ask();
                service.destroy();
                if (!service.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        || service.exitValue() != 0
                        || !Files.exists(cache)) {
                    throw new IllegalStateException("there is no AOT cache");
                }
            } catch (Exception e) {
                kill(service);
                Files.deleteIfExists(cache);
                System.err.println(Files.readString(log));
                throw e;
            }
        }
    }

    /** Kills the service, and the other JVM that makes a cache of what it has kept. */
    private static void kill(Process service) {
        service.descendants().forEach(ProcessHandle::destroyForcibly);
        service.destroyForcibly().onExit().join();
    }

    private void awaitReady(Process service) throws InterruptedException {
        for (int i = 0; i < PATIENCE_SECONDS * 10 && service.isAlive(); i++) {
            try {
                if (send("GET", "/readyz", null, null).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // It does not listen yet.
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the service does not start");
    }

    private void ask() throws IOException, InterruptedException {
        String credentials = "{\"email\":\"training@example.com\",\"password\":\"correct horse battery\"}";
        expect(201, send("POST", "/api/v1/auth/register", null, credentials));
        String token = member("access_token", expect(200, send("POST", "/api/v1/auth/login", null, credentials)));
        for (int i = 0; i < ROUNDS; i++) {
            String product = member(
                    "id", expect(201, send("POST", "/api/v1/products", token, "{\"name\":\"Lamp\",\"price\":19.90}")));
            expect(200, send("GET", "/api/v1/products/" + product, token, null));
            expect(200, send("PATCH", "/api/v1/products/" + product, token, "{\"price\":18.5}"));
            expect(200, send("GET", "/api/v1/products?page=1&limit=20", token, null));
            expect(200, send("GET", "/api/v1/products?q=lamp&sort=price", token, null));
            expect(204, send("DELETE", "/api/v1/products/" + product, token, null));
            String chirp = member("id", expect(201, send("POST", "/api/chirps", token, "{\"body\":\"Hello\"}")));
            expect(200, send("GET", "/api/chirps/" + chirp, null, null));
            expect(200, send("GET", "/api/chirps?sort=desc", null, null));
            expect(401, send("GET", "/api/v1/products", null, null));
            expect(422, send("POST", "/api/v1/products", token, "{\"price\":-1}"));
        }
    }

    private HttpResponse<String> send(String method, String path, @Nullable String token, @Nullable String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            throw new IllegalStateException("%s instead of %d: %s".formatted(response, status, response.body()));
        }
        return response;
    }

    private static String member(String name, HttpResponse<String> response) {
        Matcher member = Pattern.compile("\"%s\":\"?([^\",}]+)".formatted(name)).matcher(response.body());
        if (!member.find()) {
            throw new IllegalStateException("there is no %s in %s".formatted(name, response.body()));
        }
        return member.group(1);
    }
}
