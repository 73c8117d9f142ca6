package dev.roost.client;

import static dev.roost.client.SessionService.FRESH;
import static dev.roost.client.SessionService.STALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.client.FaultyServer.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When the client gets a new access token, how often, and what becomes of its calls where there is none. */
class TokenRefreshTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final TestTime time = new TestTime();
    private final TokenStore store = TokenStore.inMemory();

    @AutoClose
    private final SessionService service = new SessionService();

    @ParameterizedTest
    @CsvSource({"60, 3600, true", "61, 3600, false", "2, 20, true", "3, 20, false"})
    void refreshesAMinuteOrATenthOfTheLifetimeAhead(int secondsLeft, int lifetime, boolean isDue) {
        String token = SessionService.jwt(3, lifetime);
        var noted = new NotedStore(new Tokens(token, "refresh", time.instant().plusSeconds(secondsLeft)));

        client().withTokenStore(noted).products().list().firstPage();

        assertThat(service.authorizations()).contains("Bearer " + token);
        if (isDue) {
            assertThat(noted.changed).succeedsWithin(LONG);
        }
        assertThat(service.refreshes()).isEqualTo(isDue ? 1 : 0);
    }

    @Test
    void aRefreshAheadDelaysNoCall() {
        service.refreshesWith(Answer.never());
        store.save(new Tokens(FRESH, "refresh", time.instant().plusSeconds(30)));

        client().products().list().firstPage();

        assertThat(service.authorizations()).contains("Bearer " + FRESH);
    }

    @Test
    void goesOnWithATokenThatIsStillGoodWhenItCannotBeRefreshed() {
        service.refreshesWith(Answer.of(503));
        store.save(new Tokens(FRESH, "refresh", time.instant().plusSeconds(30)));
        var rest = new CompletableFuture<Void>();
        var failed = new CompletableFuture<Duration>();
        var client = time.clientOf(service.server())
                .tokenStore(store)
                .pause(wait -> {
                    failed.complete(wait);
                    return rest;
                })
                .build();

        client.products().list().firstPage();
        assertThat(failed).succeedsWithin(LONG).isEqualTo(Duration.ofMinutes(1));
        client.products().list().firstPage();

        assertThat(store.load()).map(Tokens::accessToken).contains(FRESH);
        assertThat(service.refreshes()).isOne();
    }

    @Test
    void aSessionThatEndsAheadOfItsTokenIsOver() {
        service.refreshesWith(Answer.of(401));
        var noted = new NotedStore(new Tokens(FRESH, "refresh", time.instant().plusSeconds(30)));

        client().withTokenStore(noted).products().list().firstPage();

        assertThat(noted.changed).succeedsWithin(LONG).isEqualTo(Optional.empty());
    }

    @Test
    void whatHasExpiredWaitsForANewToken() {
        store.save(new Tokens(STALE, "refresh", time.instant()));

        client().products().list().firstPage();

        assertThat(service.authorizations()).containsExactly("Bearer refresh", "Bearer " + FRESH);
    }

    @Test
    void aRefreshedTokenLastsAsLongAsItSaysByTheClientsOwnClock() {
        store.save(new Tokens(STALE, "refresh", time.instant()));

        client().products().list().firstPage();

        assertThat(store.load())
                .contains(new Tokens(FRESH, "refresh", time.instant().plusSeconds(3600)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "opaque",
                "a.b.c",
                "a.~.c",
                "e30.e30.c2ln",
                "e30.eyJpYXQiOjkwMDAwMDAwMDAwMDAwMDAwMDAsImV4cCI6MH0.c2ln"
            })
    void aTokenThatTellsNoLifetimeIsRefreshedWhenItIsRefused(String token) {
        service.refreshesWith(SessionService.token(token));
        store.save(new Tokens(STALE, "refresh", null));

        client().products().list().firstPage();
        client().products().list().firstPage();

        assertThat(store.load()).contains(new Tokens(token, "refresh", null));
        assertThat(service.refreshes()).isOne();
    }

    @Test
    void refreshesOnceAfterA401AndSendsAgainWhateverItWas() {
        store.save(new Tokens(STALE, "refresh", null));

        client().chirps().delete(UUID.randomUUID());

        assertThat(service.authorizations()).containsExactly("Bearer " + STALE, "Bearer refresh", "Bearer " + FRESH);
    }

    @Test
    void givesUpWhenTheRefreshedTokenIsRefusedAsWell() {
        service.refreshesWith(SessionService.token(STALE));
        store.save(new Tokens(STALE, "refresh", null));

        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> client().products().list().firstPage());
        assertThat(service.requests()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fiftyThreadsRefreshOnce(boolean isKnownToExpire) throws Exception {
        var allRefused = new CountDownLatch(isKnownToExpire ? 0 : 50);
        service.refreshesWith(SessionService.token(FRESH).after(allRefused));
        store.save(new Tokens(STALE, "refresh", isKnownToExpire ? time.instant() : null));
        var client = time.clientOf(service.server())
                .tokenStore(store)
                .listener(exchange -> {
                    if (exchange.status().orElse(0) == 401) {
                        allRefused.countDown();
                    }
                })
                .build();

        try (var threads = Executors.newFixedThreadPool(50)) {
            var calls = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() -> client.products().list().firstPage()))
                    .toList();

            for (var call : calls) {
                assertThat(call.get()).isNotNull();
            }
        }
        assertThat(service.refreshes()).isOne();
    }

    @Test
    void fiftyCallsThatHoldNoThreadRefreshOnce() {
        store.save(new Tokens(STALE, "refresh", null));
        var client = client().async();

        var calls = IntStream.range(0, 50)
                .mapToObj(i -> client.products().list().firstPage())
                .toArray(CompletableFuture[]::new);

        assertThat(CompletableFuture.allOf(calls)).succeedsWithin(LONG);
        assertThat(service.refreshes()).isOne();
    }

    @Test
    void viewsOfAClientShareTheRefreshOfEqualStores() {
        store.save(new Tokens(STALE, "refresh", null));
        var client = client();
        var one = client.withTokenStore(new ForwardingStore(store));
        var other = client.withTokenStore(new ForwardingStore(store)).withOptions(new RequestOptions().maxRetries(0));

        var calls = List.of(
                one.async().products().list().firstPage(),
                other.async().products().list().firstPage());

        assertThat(calls).allSatisfy(call -> assertThat(call).succeedsWithin(LONG));
        assertThat(service.refreshes()).isOne();
    }

    @Test
    void theSessionIsOverWhenTheRefreshIsRefused() {
        service.refreshesWith(Answer.of(401));
        store.save(new Tokens(STALE, "refresh", null));

        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> client().products().list().firstPage());
        assertThat(store.load()).isEmpty();
    }

    @Test
    void aRefreshThatFailsForAWhileIsTriedAgain() {
        var answers =
                List.of(Answer.dropped(), Answer.withHeader(503, "Retry-After", "9"), SessionService.token(FRESH));
        service.refreshesWith(
                exchange -> answers.get((int) service.refreshes() - 1).give(exchange));
        store.save(new Tokens(STALE, "refresh", time.instant()));

        client().products().list().firstPage();

        assertThat(time.waits()).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(9));
        assertThat(store.load()).map(Tokens::accessToken).contains(FRESH);
    }

    @Test
    void aRefreshThatFailsInAnotherWayIsNotTakenForTheCallsOwnAnswer() {
        service.refreshesWith(Answer.of(404));
        store.save(new Tokens(STALE, "refresh", time.instant()));

        assertThatExceptionOfType(RoostConnectionException.class)
                .isThrownBy(() -> client().products().get(42));
        assertThat(store.load()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{\"token\": null}", "{\"token\": \"no token\"}"})
    void anAnswerWithoutATokenRefreshesNothing(String body) {
        service.refreshesWith(Answer.json(body));
        var tokens = new Tokens(STALE, "refresh", time.instant());
        store.save(tokens);

        assertThatExceptionOfType(RoostConnectionException.class)
                .isThrownBy(() -> client().products().get(42));
        assertThat(store.load()).contains(tokens);
    }

    @Test
    void aCallThatCannotWaitForTheRefreshLeavesItToTheOthers() {
        var released = new CountDownLatch(1);
        service.refreshesWith(SessionService.token(FRESH).after(released));
        store.save(new Tokens(STALE, "refresh", time.instant()));

        var client = client();
        var other = client.async().products().list().firstPage();
        assertThatExceptionOfType(RoostTimeoutException.class)
                .isThrownBy(() -> client.withOptions(new RequestOptions().timeout(Duration.ofMillis(20)))
                        .products()
                        .list()
                        .firstPage());
        released.countDown();

        assertThat(other).succeedsWithin(LONG);
        assertThat(service.refreshes()).isOne();
    }

    @Test
    void aFixedTokenIsNotRefreshed() {
        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(
                        () -> client().withAccessToken(STALE).products().list().firstPage());
        assertThat(service.authorizations()).containsExactly("Bearer " + STALE);
    }

    private RoostClient client() {
        return time.clientOf(service.server()).tokenStore(store).build();
    }

    /** Tells what it was changed to. */
    private static final class NotedStore extends ForwardingStore {

        private final CompletableFuture<Optional<Tokens>> changed = new CompletableFuture<>();

        NotedStore(Tokens tokens) {
            super(MemoryTokenStore.of(tokens));
        }

        @Override
        public void save(Tokens tokens) {
            super.save(tokens);
            changed.complete(Optional.of(tokens));
        }

        @Override
        public void clear() {
            super.clear();
            changed.complete(Optional.empty());
        }
    }
}
