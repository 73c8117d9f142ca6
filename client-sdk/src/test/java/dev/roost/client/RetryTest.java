package dev.roost.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.client.FaultyServer.Answer;
import dev.roost.client.FaultyServer.Request;
import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.ProductPatch;
import dev.roost.client.http.RetryAfter;
import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When the client tries again, and when it does not. */
class RetryTest {

    private static final Answer LAMP = Answer.json("{\"name\": \"Desk lamp\"}");
    private static final NewProduct NEW_LAMP =
            new NewProduct().name("Desk lamp").price(new BigDecimal("19.90"));

    private final TestTime time = new TestTime();

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 502, 503, 504})
    void triesAgainAfterAStatusThatPasses(int status) {
        try (var server = FaultyServer.thatAnswers(Answer.of(status), LAMP)) {
            assertThat(client(server).products().get(42).getName()).isEqualTo("Desk lamp");
            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 412, 422, 500, 501})
    void doesNotTryAgainAfterAnyOther(int status) {
        try (var server = FaultyServer.thatAnswers(Answer.of(status), LAMP)) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> client(server).products().get(42));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void waitsLongerEachTimeAndGivesUpInTheEnd() {
        try (var server = FaultyServer.thatAnswers(Answer.of(503))) {
            var client = time.clientOf(server).maxRetries(6).build();

            assertThatExceptionOfType(ServiceUnavailableException.class)
                    .isThrownBy(() -> client.products().get(42));
            assertThat(time.waits())
                    .extracting(Duration::toMillis)
                    .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 8000L);
        }
    }

    @Test
    void waitsUpToAQuarterLessSoThatManyClientsDoNotComeBackAtOnce() {
        try (var server = FaultyServer.thatAnswers(Answer.of(503))) {
            var client = time.clientOf(server).random(() -> 0.5).build();

            assertThatExceptionOfType(ServiceUnavailableException.class)
                    .isThrownBy(() -> client.products().get(42));
            assertThat(time.waits()).containsExactly(Duration.ofMillis(438), Duration.ofMillis(875));
        }
    }

    @Test
    void triesTwiceMoreUnlessToldOtherwise() {
        try (var server = FaultyServer.thatAnswers(Answer.of(503))) {
            assertThatExceptionOfType(ServiceUnavailableException.class)
                    .isThrownBy(() -> client(server).products().get(42));
            assertThat(server.requests()).hasSize(3);

            var never = client(server).withOptions(new RequestOptions().maxRetries(0));
            assertThatExceptionOfType(ServiceUnavailableException.class)
                    .isThrownBy(() -> never.products().get(42));
            assertThat(server.requests()).hasSize(4);
        }
    }

    @Test
    void waitsAsLongAsTheServiceSays() {
        try (var server = FaultyServer.thatAnswers(Answer.withHeader(503, "Retry-After", "17"), LAMP)) {
            client(server).products().get(42);

            assertThat(time.waits()).containsExactly(Duration.ofSeconds(17));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'Sun, 22 Nov 2020 08:00:05 GMT', 'Sun, 22 Nov 2020 08:00:00 GMT', PT5S",
        "'Sun, 22 Nov 2026 10:00:05 GMT', , PT5S",
        "'Sun, 22 Nov 2026 09:59:55 GMT', , PT0S"
    })
    void readsADateByTheServicesOwnClockWhereItShowsThat(String retryAfter, @Nullable String date, Duration wait) {
        var headers = new HashMap<>(Map.of("Retry-After", List.of(retryAfter)));
        if (date != null) {
            headers.put("Date", List.of(date));
        }

        assertThat(RetryAfter.of(HttpHeaders.of(headers, (name, value) -> true), time))
                .contains(wait);
    }

    @Test
    void failsAtOnceWithTheAnswerAtHandWhenTheWaitWouldPassTheDeadline() {
        try (var server = FaultyServer.thatAnswers(Answer.withHeader(503, "Retry-After", "60"), LAMP)) {
            assertThatExceptionOfType(ServiceUnavailableException.class)
                    .isThrownBy(() -> client(server).products().get(42))
                    .satisfies(refusal -> assertThat(refusal.retryAfter()).contains(Duration.ofMinutes(1)));
            assertThat(time.waits()).isEmpty();
        }
    }

    @Test
    void theWaitsOfAllAttemptsTogetherStayWithinTheDeadline() {
        try (var server = FaultyServer.thatAnswers(Answer.withHeader(429, "Retry-After", "25"))) {
            var client = time.clientOf(server).maxRetries(9).build();

            assertThatExceptionOfType(TooManyRequestsException.class)
                    .isThrownBy(() -> client.products().get(42));
            assertThat(time.waits()).containsExactly(Duration.ofSeconds(25), Duration.ofSeconds(25));
        }
    }

    @Test
    void aProductIsCreatedOnceAlthoughTheAnswersGetLost() {
        try (var server = FaultyServer.thatAnswers(Answer.dropped(), Answer.of(409), Answer.broken(), LAMP)) {
            time.clientOf(server).maxRetries(3).build().products().create(NEW_LAMP);

            assertThat(server.requests()).hasSize(4).allSatisfy(request -> assertThat(request.idempotencyKey())
                    .isNotNull()
                    .isEqualTo(server.requests().getFirst().idempotencyKey()));
            assertThat(server.requests()).extracting(Request::body).containsOnly("""
                    {"name":"Desk lamp","price":19.90,"stock":0}""");
        }
    }

    @Test
    void everyCallHasAnIdempotencyKeyOfItsOwn() {
        try (var server = FaultyServer.thatAnswers(LAMP)) {
            client(server).products().create(NEW_LAMP);
            client(server).products().create(NEW_LAMP);
            client(server).products().update(42, new ProductPatch().stock(1));
            client(server).chirps().post("Hello");

            assertThat(server.requests())
                    .extracting(Request::idempotencyKey)
                    .doesNotContainNull()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aCallThatIsMadeAgainHasTheSameIdempotencyKey() {
        try (var server = FaultyServer.thatAnswers(LAMP)) {
            Call<?> call = client(server).calls().products().create(NEW_LAMP);
            call.execute();
            call.execute();

            assertThat(server.requests())
                    .extracting(Request::idempotencyKey)
                    .containsExactly(
                            server.requests().get(0).idempotencyKey(),
                            server.requests().get(0).idempotencyKey());
        }
    }

    @Test
    void theCallersIdempotencyKeyWins() {
        try (var server = FaultyServer.thatAnswers(LAMP)) {
            var options = new RequestOptions().idempotencyKey("order-7");
            client(server).withOptions(options).products().create(NEW_LAMP);

            assertThat(server.requests().getFirst().idempotencyKey()).isEqualTo("order-7");
        }
    }

    @Test
    void neverRepeatsAPostWithoutAKey() {
        try (var server = FaultyServer.thatAnswers(Answer.of(503))) {
            var accounts = client(server)
                    .withOptions(new RequestOptions().idempotencyKey("ignored"))
                    .accounts();

            assertThatExceptionOfType(ServiceUnavailableException.class)
                    .isThrownBy(() -> accounts.register("dev@example.com", "correct horse battery"));
            assertThatExceptionOfType(ServiceUnavailableException.class)
                    .isThrownBy(() -> accounts.logIn("dev@example.com", "correct horse battery"));
            assertThat(server.requests()).hasSize(2).allSatisfy(request -> assertThat(request.idempotencyKey())
                    .isNull());
        }
    }

    @Test
    void aLostConnectionIsNoReasonToRepeatAPostWithoutAKey() {
        try (var server = FaultyServer.thatAnswers(Answer.dropped())) {
            assertThatExceptionOfType(RoostConnectionException.class)
                    .isThrownBy(() -> client(server).accounts().createChirpyUser("dev@example.com", "password"));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void repeatsAPutAndADelete() {
        try (var server = FaultyServer.thatAnswers(Answer.of(503), Answer.of(204), Answer.of(503), LAMP)) {
            client(server).products().delete(42);
            client(server).accounts().changeCredentials("dev@example.com", "correct horse battery");

            assertThat(server.requests()).extracting(Request::method).containsExactly("DELETE", "DELETE", "PUT", "PUT");
        }
    }

    @Test
    void theGeneratedClassesTryAgainAsWell() throws Exception {
        try (var server = FaultyServer.thatAnswers(Answer.of(503), LAMP)) {
            var api = new dev.roost.client.gen.api.ProductsApi(client(server).generated());

            assertThat(api.getProduct(42L, null).join().getName()).isEqualTo("Desk lamp");
        }
    }

    private RoostClient client(FaultyServer server) {
        return time.clientOf(server).build();
    }
}
