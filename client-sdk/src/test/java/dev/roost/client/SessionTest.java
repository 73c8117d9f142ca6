package dev.roost.client;

import static dev.roost.client.SessionService.FRESH;
import static dev.roost.client.SessionService.STALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.client.FaultyServer.Answer;
import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.Session;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the client logs in and out, and whose calls it makes. */
class SessionTest {

    private final TestTime time = new TestTime();
    private final TokenStore store = TokenStore.inMemory();

    @AutoClose
    private final SessionService service = new SessionService();

    @Test
    void aLogInIsForAllCallsThatFollow() {
        var client = client(service.server());

        client.accounts().logIn("dev@example.com", "correct horse battery");
        client.products().list().firstPage();

        assertThat(service.authorizations()).containsExactly("null", "Bearer " + FRESH);
        assertThat(store.load())
                .contains(new Tokens(FRESH, "refresh", time.instant().plusSeconds(86400)));
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
    void whatNeedsNoTokenSendsNoneAndRefreshesNothing() {
        try (var server = FaultyServer.thatAnswers(Answer.json("[]"))) {
            store.save(new Tokens(STALE, "refresh", time.instant()));

            client(server).chirps().list().firstPage();

            assertThat(server.requests())
                    .extracting(FaultyServer.Request::authorization)
                    .containsOnlyNulls();
        }
    }

    @Test
    void loggingOutRevokesAndForgets() {
        try (var server = FaultyServer.thatAnswers(Answer.of(204))) {
            store.save(new Tokens(STALE, "refresh", time.instant()));

            client(server).accounts().logOut();
            client(server).accounts().logOut();

            assertThat(server.requests())
                    .extracting(FaultyServer.Request::authorization)
                    .containsExactly("Bearer refresh");
            assertThat(store.load()).isEmpty();
        }
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
    void aLogInWhileAnotherSessionEndsIsNotLost() throws Exception {
        var login = new Session().accessToken(FRESH).refreshToken("newer").expiresIn(3600L);
        var session = new CompletableFuture<ClientSession>();
        var other = Thread.ofPlatform().unstarted(() -> session.join().begin(login));
        var interrupted = new ForwardingStore(store) {
            @Override
            public Optional<Tokens> load() {
                var tokens = super.load();
                other.start();
                while (other.getState() != Thread.State.WAITING && other.isAlive()) {
                    Thread.onSpinWait();
                }
                return tokens;
            }
        };
        session.complete(new ClientSession(interrupted, new Expiry(time), new StoreLocks()));
        var old = new Tokens(STALE, "refresh", null);
        store.save(old);

        session.join().end(old);
        other.join();

        assertThat(store.load()).map(Tokens::refreshToken).contains("newer");
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 401})
    void aCallGoesOnAsWhoeverBeganIt(int status) {
        try (var server = FaultyServer.thatBehaves(request -> {
            store.save(new Tokens("of-bob", "bob", null));
            return "Bearer of-alice".equals(request.authorization())
                    ? Answer.of(status)
                    : Answer.json("{\"id\": 1, \"name\": \"Lamp\"}");
        })) {
            store.save(new Tokens("of-alice", "alice", null));

            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> client(server).products().create(new NewProduct().name("Lamp")))
                    .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(status));
            assertThat(server.requests())
                    .extracting(FaultyServer.Request::authorization)
                    .containsOnly("Bearer of-alice");
        }
    }

    @Test
    void aCallThatNobodyBeganIsNotRepeatedAsSomebody() {
        try (var server = FaultyServer.thatBehaves(request -> {
            store.save(new Tokens("of-bob", "bob", null));
            return Answer.of(503);
        })) {
            assertThatExceptionOfType(ServiceUnavailableException.class)
                    .isThrownBy(() -> client(server).products().create(new NewProduct().name("Lamp")));
            assertThat(server.requests())
                    .hasSize(3)
                    .extracting(FaultyServer.Request::authorization)
                    .containsOnlyNulls();
        }
    }

    @Test
    void whatATokenStoreThrowsReachesTheCaller() {
        var broken = new ForwardingStore(store) {
            @Override
            public Optional<Tokens> load() {
                throw new IllegalStateException("the disk is full");
            }
        };
        var client = client(service.server()).withTokenStore(broken);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> client.products().list().firstPage());
    }

    @Test
    void clientsOfTwoStoresAreTwoUsers() {
        var client = client(service.server());
        store.save(new Tokens("one", null, null));

        client.withAccessToken("two").products().list().firstPage();
        client.products().list().firstPage();
        client.withTokenStore(TokenStore.inMemory()).products().list().firstPage();

        assertThat(service.authorizations()).containsExactly("Bearer two", "Bearer one", "null");
    }

    @Test
    void tokensDoNotPrintThemselves() {
        assertThat(new Tokens("secret", "canary", null).toString()).doesNotContain("secret", "canary");
    }

    private RoostClient client(FaultyServer server) {
        return time.clientOf(server).tokenStore(store).build();
    }
}
