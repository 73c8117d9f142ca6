package dev.roost.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.roost.client.FaultyServer.Answer;
import dev.roost.client.FaultyServer.Request;
import dev.roost.client.gen.model.Session;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the client stays logged in. */
class SessionTest {

    private static final Answer PAGE = Answer.json("{\"data\": [], \"total\": 0, \"page\": 1, \"limit\": 20}");
    private static final String STALE = jwt(1, 3600);
    private static final String FRESH = jwt(2, 3600);

    private final TestTime time = new TestTime();
    private final TokenStore store = TokenStore.inMemory();

    @Test
    void aLogInIsForAllCallsThatFollow() {
        try (var server = FaultyServer.thatBehaves(SessionTest::service)) {
            var client = client(server);

            client.accounts().logIn("dev@example.com", "correct horse battery");
            client.products().list().firstPage();

            assertThat(server.requests()).extracting(Request::authorization).containsExactly(null, "Bearer " + FRESH);
            assertThat(store.load())
                    .contains(new Tokens(FRESH, "refresh", time.instant().plusSeconds(86400)));
        }
    }

    @Test
    void refreshesAMinuteBeforeTheTokenExpires() {
        try (var server = FaultyServer.thatBehaves(SessionTest::service)) {
            store.save(new Tokens(FRESH, "refresh", time.instant().plusSeconds(61)));
            client(server).products().list().firstPage();
            assertThat(paths(server)).containsExactly("/api/v1/products");

            time.pass(Duration.ofSeconds(1));
            client(server).products().list().firstPage();
            assertThat(paths(server)).containsExactly("/api/v1/products", "/api/refresh", "/api/v1/products");
        }
    }

    @Test
    void refreshesATenthOfTheLifetimeAheadWhenThatIsLessThanAMinute() {
        try (var server = FaultyServer.thatBehaves(SessionTest::service)) {
            String brief = jwt(7, 20);
            store.save(new Tokens(brief, "refresh", time.instant().plusSeconds(3)));
            client(server).products().list().firstPage();
            time.pass(Duration.ofSeconds(1));
            client(server).products().list().firstPage();

            assertThat(paths(server)).containsExactly("/api/v1/products", "/api/refresh", "/api/v1/products");
        }
    }

    @Test
    void aRefreshedTokenLastsAsLongAsItSaysByTheClientsOwnClock() {
        try (var server = FaultyServer.thatBehaves(SessionTest::service)) {
            store.save(new Tokens(STALE, "refresh", time.instant()));

            client(server).products().list().firstPage();

            assertThat(server.requests())
                    .extracting(Request::authorization)
                    .containsExactly("Bearer refresh", "Bearer " + FRESH);
            assertThat(store.load())
                    .contains(new Tokens(FRESH, "refresh", time.instant().plusSeconds(3600)));
        }
    }

    @Test
    void refreshesOnceAfterA401AndSendsAgainWhateverItWas() {
        try (var server = FaultyServer.thatBehaves(SessionTest::service)) {
            store.save(new Tokens(STALE, "refresh", null));

            client(server).chirps().delete(UUID.randomUUID());

            assertThat(server.requests())
                    .extracting(Request::authorization)
                    .containsExactly("Bearer " + STALE, "Bearer refresh", "Bearer " + FRESH);
        }
    }

    @Test
    void goesOnWithATokenThatIsStillGoodWhenItCannotBeRefreshed() {
        try (var server = FaultyServer.thatBehaves(
                request -> request.path().equals("/api/refresh") ? Answer.of(503) : service(request))) {
            store.save(new Tokens(FRESH, "refresh", time.instant().plusSeconds(30)));

            client(server).products().list().firstPage();

            assertThat(server.requests())
                    .extracting(Request::authorization)
                    .containsExactly("Bearer refresh", "Bearer " + FRESH);
        }
    }

    @Test
    void aSessionThatEndsAheadOfItsTokenIsOver() {
        try (var server = FaultyServer.thatBehaves(
                request -> request.path().equals("/api/refresh") ? Answer.of(401) : service(request))) {
            store.save(new Tokens(FRESH, "refresh", time.instant().plusSeconds(30)));

            assertThatExceptionOfType(UnauthenticatedException.class)
                    .isThrownBy(() -> client(server).products().list().firstPage());
            assertThat(store.load()).isEmpty();
        }
    }

    @Test
    void givesUpWhenTheRefreshedTokenIsRefusedAsWell() {
        try (var server = FaultyServer.thatBehaves(
                request -> request.path().equals("/api/refresh") ? token(FRESH) : Answer.of(401))) {
            store.save(new Tokens(STALE, "refresh", null));

            assertThatExceptionOfType(UnauthenticatedException.class)
                    .isThrownBy(() -> client(server).products().list().firstPage());
            assertThat(server.requests()).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fiftyThreadsRefreshOnce(boolean isKnownToExpire) throws Exception {
        var allRefused = new CountDownLatch(isKnownToExpire ? 0 : 50);
        try (var server = FaultyServer.thatBehaves(request -> {
                    if (("Bearer " + STALE).equals(request.authorization())) {
                        allRefused.countDown();
                    } else if (request.path().equals("/api/refresh")) {
                        await(allRefused);
                    }
                    return service(request);
                });
                var threads = Executors.newFixedThreadPool(50)) {
            store.save(new Tokens(STALE, "refresh", isKnownToExpire ? time.instant() : null));
            var client = client(server);

            var calls = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() -> client.products().list().firstPage()))
                    .toList();

            for (var call : calls) {
                assertThat(call.get()).isNotNull();
            }
            assertThat(paths(server)).containsOnlyOnce("/api/refresh");
        }
    }

    @Test
    void fiftyCallsThatHoldNoThreadRefreshOnce() {
        try (var server = FaultyServer.thatBehaves(SessionTest::service)) {
            store.save(new Tokens(STALE, "refresh", null));
            var client = client(server).async();

            var calls = IntStream.range(0, 50)
                    .mapToObj(i -> client.products().list().firstPage())
                    .toArray(CompletableFuture[]::new);

            assertThat(CompletableFuture.allOf(calls)).succeedsWithin(Duration.ofMinutes(1));
            assertThat(paths(server)).containsOnlyOnce("/api/refresh");
        }
    }

    @Test
    void viewsOfAClientShareTheRefresh() {
        try (var server = FaultyServer.thatBehaves(SessionTest::service)) {
            store.save(new Tokens(STALE, "refresh", null));
            var client = client(server);
            var view = client.withTokenStore(store).withOptions(new RequestOptions().maxRetries(0));

            var calls = List.of(
                    client.async().products().list().firstPage(),
                    view.async().products().list().firstPage());

            assertThat(calls).allSatisfy(call -> assertThat(call).succeedsWithin(Duration.ofMinutes(1)));
            assertThat(paths(server)).containsOnlyOnce("/api/refresh");
        }
    }

    @Test
    void theSessionIsOverWhenTheRefreshIsRefused() {
        try (var server = FaultyServer.thatAnswers(Answer.of(401))) {
            store.save(new Tokens(STALE, "refresh", null));

            assertThatExceptionOfType(UnauthenticatedException.class)
                    .isThrownBy(() -> client(server).products().list().firstPage());
            assertThat(store.load()).isEmpty();
        }
    }

    @Test
    void aRefreshThatFailsForAWhileIsTriedAgain() {
        var refreshes = new ConcurrentLinkedQueue<>(
                List.of(Answer.dropped(), Answer.withHeader(503, "Retry-After", "9"), token(FRESH)));
        try (var server = FaultyServer.thatBehaves(
                request -> request.path().equals("/api/refresh") ? refreshes.remove() : service(request))) {
            store.save(new Tokens(STALE, "refresh", time.instant()));

            client(server).products().list().firstPage();

            assertThat(time.waits()).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(9));
            assertThat(store.load()).map(Tokens::accessToken).contains(FRESH);
        }
    }

    @Test
    void aRefreshThatFailsInAnotherWayIsNotTakenForTheCallsOwnAnswer() {
        try (var server = FaultyServer.thatAnswers(Answer.of(404))) {
            store.save(new Tokens(STALE, "refresh", time.instant()));

            assertThatExceptionOfType(RoostConnectionException.class)
                    .isThrownBy(() -> client(server).products().get(42));
            assertThat(store.load()).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{\"token\": null}", "{\"token\": \"no token\"}"})
    void anAnswerWithoutATokenRefreshesNothing(String body) {
        try (var server = FaultyServer.thatAnswers(Answer.json(body))) {
            var tokens = new Tokens(STALE, "refresh", time.instant());
            store.save(tokens);

            assertThatExceptionOfType(RoostConnectionException.class)
                    .isThrownBy(() -> client(server).products().get(42));
            assertThat(store.load()).contains(tokens);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"access_token\": \"no token\", \"token\": \"no token\", \"expires_in\": 1}",
                "{\"access_token\": \"a\", \"expires_in\": 9223372036854775807}"
            })
    void anAnswerWithoutTokensLogsNobodyIn(String body) {
        try (var server = FaultyServer.thatAnswers(Answer.json(body))) {
            var accounts = client(server).accounts();

            assertThatExceptionOfType(RoostConnectionException.class)
                    .isThrownBy(() -> accounts.logIn("dev@example.com", "correct horse battery"));
            assertThatExceptionOfType(RoostConnectionException.class)
                    .isThrownBy(() -> accounts.logInToChirpy("dev@example.com", "correct horse battery"));
            assertThat(store.load()).isEmpty();
        }
    }

    @Test
    void aCallThatCannotWaitForTheRefreshLeavesItToTheOthers() {
        var released = new CountDownLatch(1);
        try (var server = FaultyServer.thatBehaves(request -> {
            if (request.path().equals("/api/refresh")) {
                await(released);
            }
            return service(request);
        })) {
            store.save(new Tokens(STALE, "refresh", time.instant()));
            var client = client(server);

            var other = client.async().products().list().firstPage();
            assertThatExceptionOfType(RoostTimeoutException.class)
                    .isThrownBy(() -> client.withOptions(new RequestOptions().timeout(Duration.ofMillis(20)))
                            .products()
                            .list()
                            .firstPage());
            released.countDown();

            assertThat(other).succeedsWithin(Duration.ofMinutes(1));
            assertThat(paths(server)).containsOnlyOnce("/api/refresh");
        }
    }

    @Test
    void aFixedTokenIsNotRefreshed() {
        try (var server = FaultyServer.thatAnswers(Answer.of(401))) {
            assertThatExceptionOfType(UnauthenticatedException.class).isThrownBy(() -> client(server)
                    .withAccessToken(STALE)
                    .products()
                    .list()
                    .firstPage());
            assertThat(paths(server)).containsExactly("/api/v1/products");
        }
    }

    @Test
    void whatNeedsNoTokenSendsNoneAndRefreshesNothing() {
        try (var server = FaultyServer.thatBehaves(
                request -> request.path().startsWith("/api/chirps") ? Answer.json("[]") : service(request))) {
            store.save(new Tokens(STALE, "refresh", time.instant()));

            client(server).chirps().list().firstPage();
            client(server).accounts().logIn("dev@example.com", "correct horse battery");

            assertThat(server.requests()).extracting(Request::authorization).containsExactly(null, null);
        }
    }

    @Test
    void loggingOutRevokesAndForgets() {
        try (var server = FaultyServer.thatAnswers(Answer.of(204))) {
            store.save(new Tokens(STALE, "refresh", time.instant()));

            client(server).accounts().logOut();
            client(server).accounts().logOut();

            assertThat(server.requests()).extracting(Request::authorization).containsExactly("Bearer refresh");
            assertThat(store.load()).isEmpty();
        }
    }

    @Test
    void aLogInWhileAnotherSessionEndsIsNotLost() throws Exception {
        var old = new Tokens(STALE, "refresh", null);
        var login = new Session().accessToken(FRESH).refreshToken("newer").expiresIn(3600L);
        var session = new CompletableFuture<ClientSession>();
        var other = Thread.ofPlatform().unstarted(() -> session.join().begin(login));
        var interrupted = new TokenStore() {
            @Override
            public Optional<Tokens> load() {
                var tokens = store.load();
                other.start();
                while (other.getState() != Thread.State.BLOCKED && other.isAlive()) {
                    Thread.onSpinWait();
                }
                return tokens;
            }

            @Override
            public void save(Tokens tokens) {
                store.save(tokens);
            }

            @Override
            public void clear() {
                store.clear();
            }
        };
        session.complete(new ClientSession(interrupted, new Expiry(time)));
        store.save(old);

        session.join().end(old);
        other.join();

        assertThat(store.load()).map(Tokens::refreshToken).contains("newer");
    }

    @Test
    void aLogOutThatFailsKeepsTheTokens() {
        try (var server = FaultyServer.thatAnswers(Answer.of(503))) {
            var tokens = new Tokens(STALE, "refresh", time.instant());
            store.save(tokens);

            assertThatExceptionOfType(ServiceUnavailableException.class)
                    .isThrownBy(() -> client(server).accounts().logOut());
            assertThat(store.load()).contains(tokens);
        }
    }

    @Test
    void whatATokenStoreThrowsReachesTheCaller() {
        var broken = new TokenStore() {
            @Override
            public Optional<Tokens> load() {
                throw new IllegalStateException("the disk is full");
            }

            @Override
            public void save(Tokens tokens) {}

            @Override
            public void clear() {}
        };
        try (var server = FaultyServer.thatAnswers(PAGE)) {
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> client(server)
                    .withTokenStore(broken)
                    .products()
                    .list()
                    .firstPage());
        }
    }

    @Test
    void clientsOfTwoStoresAreTwoUsers() {
        try (var server = FaultyServer.thatAnswers(PAGE)) {
            var client = client(server);
            store.save(new Tokens("one", null, null));

            client.withAccessToken("two").products().list().firstPage();
            client.products().list().firstPage();
            client.withTokenStore(TokenStore.inMemory()).products();

            assertThat(server.requests())
                    .extracting(Request::authorization)
                    .containsExactly("Bearer two", "Bearer one");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b.c", "a.~.c", "e30.e30.c2ln"})
    void aTokenThatTellsNoLifetimeIsRefreshedWhenItIsRefused(String token) {
        assertThat(new Expiry(time).of(token)).isNull();
        assertThatNoException().isThrownBy(() -> new Expiry(time).isNear(new Tokens(token, "r", time.instant())));
    }

    @Test
    void tokensDoNotPrintThemselves() {
        assertThat(new Tokens("secret", "canary", null).toString()).doesNotContain("secret", "canary");
    }

    /** Takes the fresh token, and gives it for the refresh token and at log-in. */
    private static Answer service(Request request) {
        return switch (request.path()) {
            case "/api/refresh" -> token(FRESH);
            case "/api/v1/auth/login" -> Answer.json("""
                    {"access_token": "%s", "expires_in": 86400, "refresh_token": "refresh"}""".formatted(FRESH));
            default -> ("Bearer " + STALE).equals(request.authorization()) ? Answer.of(401) : PAGE;
        };
    }

    private static Answer token(String token) {
        return Answer.json("{\"token\": \"%s\"}".formatted(token));
    }

    private static String jwt(int id, int lifetime) {
        String claims = "{\"jti\": %d, \"iat\": 1000, \"exp\": %d}".formatted(id, 1000 + lifetime);
        return "e30."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> paths(FaultyServer server) {
        return server.requests().stream().map(Request::path).toList();
    }

    private RoostClient client(FaultyServer server) {
        return time.clientOf(server).tokenStore(store).build();
    }
}
