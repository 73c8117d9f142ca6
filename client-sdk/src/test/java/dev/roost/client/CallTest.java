package dev.roost.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.client.FaultyServer.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The ways to make a call, and how each of them ends. */
class CallTest {

    private static final Answer LAMP = Answer.json("{\"id\": 42, \"name\": \"Desk lamp\"}");
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void givesTheWholeResponse() {
        try (var server = FaultyServer.thatAnswers(LAMP)) {
            var response = client(server).calls().products().get(42).response();

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.requestId()).contains("of-the-header");
            assertThat(response.headers().firstValue("content-type")).contains("application/json");
            assertThat(response.body().getName()).isEqualTo("Desk lamp");
        }
    }

    @Test
    void givesAFuture() {
        try (var server = FaultyServer.thatAnswers(LAMP)) {
            assertThat(client(server).async().products().get(42))
                    .succeedsWithin(LONG)
                    .satisfies(lamp -> assertThat(lamp.getName()).isEqualTo("Desk lamp"));
        }
    }

    @Test
    void aFutureFailsWithTheExceptionItself() {
        try (var server = FaultyServer.thatAnswers(Answer.of(404))) {
            var seen = client(server).async().products().get(42).handle((lamp, failure) -> failure);

            assertThat(seen).succeedsWithin(LONG).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void anExceptionHasTheStackOfTheCaller() {
        try (var server = FaultyServer.thatAnswers(Answer.of(404))) {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> client(server).products().get(42))
                    .satisfies(refusal -> assertThat(refusal.getStackTrace())
                            .extracting(StackTraceElement::getClassName)
                            .contains(CallTest.class.getName()));
        }
    }

    @Test
    void failsWhenNobodyListens() {
        var server = FaultyServer.thatAnswers(LAMP);
        server.close();

        assertThatExceptionOfType(RoostConnectionException.class)
                .isThrownBy(() -> client(server).products().get(42))
                .withMessageContaining(
                        "no connection to " + URI.create(server.url()).getAuthority())
                .withCauseInstanceOf(IOException.class);
    }

    @Test
    void failsWhenItsTimeIsOver() {
        try (var server = FaultyServer.thatAnswers(Answer.never())) {
            var client = client(server).withOptions(new RequestOptions().timeout(Duration.ofMillis(50)));

            assertThatExceptionOfType(RoostTimeoutException.class)
                    .isThrownBy(() -> client.products().get(42))
                    .satisfies(failure ->
                            assertThat(failure.getCause()).isInstanceOfAny(TimeoutException.class, IOException.class));
        }
    }

    @Test
    void whoeverWaitsForItMayBlockAlsoWhenItsTimeIsOver() {
        var later = new AtomicReference<>(Answer.withHeader(503, "Retry-After", "1"));
        try (var server = FaultyServer.thatBehaves(
                request -> request.path().endsWith("/1") ? Answer.never() : later.getAndSet(LAMP))) {
            var client = RoostClient.builder().baseUrl(server.url()).build();
            var lamp = client.withOptions(new RequestOptions().timeout(Duration.ofMillis(50)))
                    .async()
                    .products()
                    .get(1)
                    .exceptionally(timeout -> client.products().get(42));

            assertThat(lamp).succeedsWithin(LONG);
        }
    }

    @Test
    void itsTimeIsKeptAlsoWhileTheCommonPoolIsBusy() {
        var released = new CountDownLatch(1);
        try (var server = FaultyServer.thatAnswers(Answer.never())) {
            for (int i = 0; i < 2 * ForkJoinPool.getCommonPoolParallelism(); i++) {
                ForkJoinPool.commonPool().execute(() -> awaitUninterrupted(released));
            }
            var client = client(server).withOptions(new RequestOptions().timeout(Duration.ofMillis(50)));

            assertThat(client.async().products().get(42).handle((lamp, failure) -> failure))
                    .succeedsWithin(LONG)
                    .isInstanceOf(RoostTimeoutException.class);
        } finally {
            released.countDown();
        }
    }

    @Test
    void itsTimeCountsUntilTheWholeBodyIsThere() {
        try (var server = FaultyServer.thatAnswers(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().flush();
        })) {
            var client = client(server).withOptions(new RequestOptions().timeout(Duration.ofMillis(200)));

            assertThatExceptionOfType(RoostTimeoutException.class)
                    .isThrownBy(() -> client.products().get(42));
        }
    }

    @Test
    void cancellingBreaksItOffAlsoWhileItWaitsToTryAgain() throws Exception {
        var waiting = new CountDownLatch(1);
        var pause = new CompletableFuture<Void>();
        try (var server = FaultyServer.thatAnswers(Answer.of(503), LAMP)) {
            var client = RoostClient.builder()
                    .baseUrl(server.url())
                    .pause(time -> {
                        waiting.countDown();
                        return pause;
                    })
                    .build();

            var call = client.async().products().get(42);
            assertThat(waiting.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(call.cancel(true)).isTrue();
            pause.complete(null);

            assertThat(call).isCancelled();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void cancellingAFutureThatWasMadeFromItBreaksItOff() throws Exception {
        var asked = new CountDownLatch(1);
        var failed = new CompletableFuture<Throwable>();
        try (var server = FaultyServer.thatAnswers(exchange -> asked.countDown())) {
            var client = RoostClient.builder()
                    .baseUrl(server.url())
                    .listener(exchange -> failed.complete(exchange.failure().orElseThrow()))
                    .build();

            var name = client.async().products().get(42).thenApply(lamp -> lamp.getName());
            assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
            name.cancel(true);

            assertThat(failed).succeedsWithin(LONG);
        }
    }

    @Test
    void aFutureThatIsOverBreaksItOff() {
        var failed = new CompletableFuture<Throwable>();
        try (var server = FaultyServer.thatAnswers(Answer.never())) {
            var client = RoostClient.builder()
                    .baseUrl(server.url())
                    .timeout(Duration.ofHours(1))
                    .listener(exchange -> failed.complete(exchange.failure().orElseThrow()))
                    .build();

            assertThat(client.async().products().get(42).orTimeout(50, TimeUnit.MILLISECONDS))
                    .failsWithin(LONG)
                    .withThrowableThat()
                    .withCauseInstanceOf(TimeoutException.class);
            assertThat(failed).succeedsWithin(LONG);
        }
    }

    @Test
    void anInterruptBreaksItOffAndLeavesTheThreadInterrupted() throws Exception {
        var asked = new CountDownLatch(1);
        var thrown = new AtomicReference<Throwable>();
        try (var server = FaultyServer.thatAnswers(exchange -> asked.countDown())) {
            var thread = Thread.ofPlatform().start(() -> {
                try {
                    client(server).products().get(42);
                } catch (RoostConnectionException e) {
                    thrown.set(Thread.currentThread().isInterrupted() ? e : null);
                }
            });
            assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
            thread.interrupt();
            thread.join();

            assertThat(thrown.get()).hasCauseInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void aBodyThatIsMissingIsAnAnswerThatCannotBeRead() {
        try (var server = FaultyServer.thatAnswers(Answer.of(200))) {
            assertThatExceptionOfType(RoostConnectionException.class)
                    .isThrownBy(() -> client(server).products().get(42));
        }
    }

    @Test
    void aBodyThatIsLargerThanAnyOfTheServiceIsNotReadOn() {
        var endless = new byte[1 << 20];
        try (var server = FaultyServer.thatAnswers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(endless);
            }
        })) {
            assertThatExceptionOfType(RoostConnectionException.class)
                    .isThrownBy(() -> client(server).products().get(42))
                    .withMessageContaining("the answer has more than");
        }
    }

    @Test
    void anAnswerThatIsNoHttpIsNoAnswer() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var client = RoostClient.builder()
                    .baseUrl("http://localhost:" + server.getLocalPort())
                    .maxRetries(0)
                    .build();

            var call = client.async().products().get(42).handle((lamp, failure) -> failure);
            try (var connection = server.accept()) {
                connection.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: lots\r\n\r\n".getBytes(UTF_8));

                assertThat(call).succeedsWithin(LONG).isInstanceOf(RoostConnectionException.class);
            }
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RoostClient client(FaultyServer server) {
        return RoostClient.builder().baseUrl(server.url()).maxRetries(0).build();
    }
}
