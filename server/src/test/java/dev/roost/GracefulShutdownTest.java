package dev.roost;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GracefulShutdownTest {

    private static final Duration GIVE_UP = Duration.ofSeconds(20);
    private static final int END_OF_STREAM = -1;

    private final EmbeddedServer server = ApplicationContext.run(
            EmbeddedServer.class, ApiTest.properties(Map.of("SHUTDOWN_DELAY_SEC", "1"), Map.of()));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void goesOnForAWhileAndSaysThatItEnds() {
        assertThat(get("/livez").headers().firstValue("Connection")).isEmpty();

        var end = CompletableFuture.runAsync(this::drain);
        await(() -> get("/readyz").statusCode() == 503);
        var answer = get("/api/chirps");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Connection")).hasValue("close");
        assertThat(get("/livez").statusCode()).isEqualTo(200);
        assertThat(end).succeedsWithin(GIVE_UP);
    }

    @Test
    void answersAllThatAConnectionHasAsked() throws Exception {
        CompletableFuture<Void> end;
        try (var socket = RawHttp.connect(server.getPort())) {
            try (var lock = lockChirps()) {
                socket.getOutputStream()
                        .write("GET /api/chirps HTTP/1.1\r\nHost: a\r\n\r\n"
                                .repeat(2)
                                .getBytes(US_ASCII));
                awaitRequestFor(lock);
                end = drainPastTheTimeForFirstRequests();
            }
            var answer = RawHttp.Answer.readFrom(socket);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Connection")).isEmpty();
            assertThat(answer.body()).contains("HTTP/1.1 200 ").containsOnlyOnce("connection: close");
        }
        assertThat(end).succeedsWithin(GIVE_UP);
    }

    @Test
    void refusesConnectionsAndThenAnswersWhatIsUnderWay() throws Exception {
        CompletableFuture<Void> end;
        CompletableFuture<HttpResponse<String>> answer;
        try (var lock = lockChirps()) {
            answer = CompletableFuture.supplyAsync(() -> get("/api/chirps"));
            awaitRequestFor(lock);
            end = drainPastTheTimeForFirstRequests();
            assertThat(answer).isNotDone();
            assertThat(end).isNotDone();
        }

        assertThat(answer).succeedsWithin(GIVE_UP);
        assertThat(answer.join().statusCode()).isEqualTo(200);
        assertThat(answer.join().headers().firstValue("Connection")).hasValue("close");
        assertThat(end).succeedsWithin(GIVE_UP);
    }

    @Test
    void closesConnectionsThatAskNothing() throws Exception {
        try (var silent = RawHttp.connect(server.getPort())) {
            assertThat(CompletableFuture.runAsync(this::drain)).succeedsWithin(GIVE_UP);
            assertThat(silent.getInputStream().read()).isEqualTo(END_OF_STREAM);
        }
    }

    /** Keeps requests for chirps waiting until it is closed. */
    private Connection lockChirps() throws SQLException {
        var connection = server.getApplicationContext().getBean(TestSql.class).connection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0; LOCK TABLE chirps");
        }
        return connection;
    }

    private static void awaitRequestFor(Connection lock) {
        await(() -> {
            try (var statement = lock.createStatement();
                    var waiting = statement.executeQuery("SELECT FROM pg_locks WHERE NOT granted")) {
                return waiting.next();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private CompletableFuture<Void> drainPastTheTimeForFirstRequests() throws InterruptedException {
        var end = CompletableFuture.runAsync(this::drain);
        await(this::isRefused);
        Thread.sleep(1_500);
        return end;
    }

    private void drain() {
        try {
            server.getApplicationContext().getBean(GracefulShutdown.class).drain();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> get(String path) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(server.getURI() + path)).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isRefused() {
        try (var socket = new Socket("localhost", server.getPort())) {
            return !socket.isConnected();
        } catch (ConnectException e) {
            return true;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        for (int i = 0; i < 400; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("it did not come to that");
    }
}
