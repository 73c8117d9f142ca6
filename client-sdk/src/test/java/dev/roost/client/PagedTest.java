package dev.roost.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.client.FaultyServer.Answer;
import dev.roost.client.FaultyServer.Request;
import dev.roost.client.gen.model.Chirp;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How lists are read page by page. */
class PagedTest {

    private static final ChirpQuery QUERY = new ChirpQuery().newestFirst().limit(2);

    @Test
    void readsAllPagesEachTime() {
        try (var server = chirps()) {
            var chirps = client(server).chirps().list(QUERY);

            assertThat(chirps).extracting(Chirp::getBody).containsExactly("one", "two", "three");
            assertThat(chirps).hasSize(3);
            assertThat(chirps.pages()).hasSize(2);
            assertThat(server.requests())
                    .extracting(Request::path)
                    .startsWith("/api/chirps?sort=desc&limit=2", "/api/chirps?sort=desc&limit=2&cursor=a%2Bb");
        }
    }

    @Test
    void fetchesNoPageThatIsNotNeeded() {
        try (var server = chirps()) {
            var chirps = client(server).chirps().list(QUERY);
            assertThat(server.requests()).isEmpty();

            assertThat(chirps.stream().limit(2)).hasSize(2);
            assertThat(chirps.iterator().next().getBody()).isEqualTo("one");
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void readsAllPagesWithoutAThreadThatWaits() {
        List<String> seen = new CopyOnWriteArrayList<>();
        try (var server = chirps()) {
            var chirps = client(server).async().chirps().list(QUERY);

            assertThat(chirps.forEach(chirp -> seen.add(chirp.getBody()))).succeedsWithin(Duration.ofMinutes(1));
            assertThat(seen).containsExactly("one", "two", "three");
        }
    }

    @Test
    void readingThatIsCancelledFetchesNoMorePages() {
        try (var server = chirps()) {
            var end = new CompletableFuture<CompletableFuture<?>>();
            var seen = new CountDownLatch(1);
            var reading = client(server).async().chirps().list(QUERY).forEach(chirp -> {
                end.join().cancel(true);
                seen.countDown();
            });
            end.complete(reading);

            assertThat(seen).satisfies(latch -> assertThat(latch.await(1, TimeUnit.MINUTES))
                    .isTrue());
            assertThat(reading).isCancelled();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aPageLeadsToTheNext() {
        try (var server = chirps()) {
            var first = client(server).chirps().list(QUERY).firstPage();
            var second = first.next().orElseThrow().execute();

            assertThat(second.items()).extracting(Chirp::getBody).containsExactly("three");
            assertThat(second.next()).isEmpty();
        }
    }

    @Test
    void aCursorLeadsToTheNextPageLater() {
        try (var server = chirps()) {
            var cursor = client(server).chirps().list(QUERY).firstPage().nextCursor();

            var later = client(server).chirps().list(QUERY.cursor(cursor.orElseThrow()));

            assertThat(later).extracting(Chirp::getBody).containsExactly("three");
        }
    }

    @ParameterizedTest
    @CsvSource({"[null], ''", "[], <?cursor=%zz>; rel=next"})
    void aPageThatMakesNoSenseIsAnAnswerThatCannotBeRead(String body, String link) {
        try (var server = FaultyServer.thatAnswers(exchange -> {
            exchange.getResponseHeaders().set("Link", link);
            Answer.json(body).give(exchange);
        })) {
            assertThatExceptionOfType(RoostConnectionException.class)
                    .isThrownBy(() -> client(server).chirps().list().firstPage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\": [null]}", "{\"data\": null}"})
    void aPageOfProductsThatMakesNoSenseIsAnAnswerThatCannotBeRead(String body) {
        try (var server = FaultyServer.thatAnswers(Answer.json(body))) {
            assertThatExceptionOfType(RoostConnectionException.class)
                    .isThrownBy(() -> client(server).products().list().firstPage());
        }
    }

    @Test
    void aPageThatFailsEndsTheReading() {
        try (var server = FaultyServer.thatAnswers(Answer.of(400))) {
            assertThatExceptionOfType(BadRequestException.class)
                    .isThrownBy(() -> client(server).chirps().list().iterator().hasNext());
            assertThat(client(server)
                            .async()
                            .chirps()
                            .list()
                            .forEach(chirp -> {})
                            .handle((end, failure) -> failure))
                    .succeedsWithin(Duration.ofMinutes(1))
                    .isInstanceOf(BadRequestException.class);
        }
    }

    private static FaultyServer chirps() {
        return FaultyServer.thatBehaves(request -> request.path().contains("cursor=")
                ? Answer.json("[{\"body\": \"three\"}]")
                : exchange -> {
                    exchange.getResponseHeaders().set("Link", "</api/chirps?limit=2&cursor=a%2Bb>; rel=\"next\"");
                    Answer.json("[{\"body\": \"one\"}, {\"body\": \"two\"}]").give(exchange);
                });
    }

    private static RoostClient client(FaultyServer server) {
        return RoostClient.builder().baseUrl(server.url()).build();
    }
}
