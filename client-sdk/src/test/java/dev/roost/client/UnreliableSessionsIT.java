package dev.roost.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.client.FaultyServer.Answer;
import dev.roost.client.FaultyServer.Request;
import dev.roost.client.gen.model.Product;
import dev.roost.client.gen.model.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of sessions at the moment when their token expires, or somebody logs out. */
class UnreliableSessionsIT extends UnreliableNetwork {

    private static final String REFRESH = "/api/refresh";

    /** When a client learns that a token is of no use any more: by its clock, or by being refused. */
    enum Expired {
        BY_THE_CLOCK,
        REFUSED;

        Tokens of(Session login) {
            return switch (this) {
                case BY_THE_CLOCK -> new Tokens(login.getAccessToken(), login.getRefreshToken(), Instant.now());
                case REFUSED -> new Tokens("e30.e30.c2lnbmF0dXJl", login.getRefreshToken(), null);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void fiftyThreadsAtTheMomentOfExpiryRefreshOnce(Expired expired) throws Exception {
        store.save(expired.of(login));
        try (var network = firstThenService()) {
            var client = client(network);

            List<Product> made = inThreads(i -> client.products().create(lamp()));

            assertThat(products()).containsExactlyInAnyOrderElementsOf(made);
            assertThat(refreshes(network.requests())).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource
    void fiftyCallsWithoutAThreadRefreshOnce(Expired expired) {
        store.save(expired.of(login));
        try (var network = firstThenService()) {
            var client = client(network).async();

            var calls = IntStream.range(0, THREADS)
                    .mapToObj(i -> client.products().create(lamp()))
                    .toList();

            assertThat(calls).allSatisfy(call -> assertThat(call).succeedsWithin(LONG));
            assertThat(products())
                    .containsExactlyInAnyOrderElementsOf(
                            calls.stream().map(CompletableFuture::join).toList());
            assertThat(refreshes(network.requests())).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefreshThatTheServiceIsTooBusyForHasEveryCallSucceedAllTheSame(Expired expired) throws Exception {
        store.save(expired.of(login));
        try (var network = firstRefreshThenService(request -> Answer.withHeader(503, "Retry-After", "1"))) {
            var client = client(network);

            List<Product> made = inThreads(i -> client.products().create(lamp()));

            assertThat(products()).containsExactlyInAnyOrderElementsOf(made);
            assertThat(refreshes(service.requests())).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefreshWhoseConnectionIsLostHasEveryCallSucceedAllTheSame(Fault fault) throws Exception {
        store.save(Expired.BY_THE_CLOCK.of(login));
        try (var network = firstRefreshThenService(request -> fault.of(service, request))) {
            var client = client(network);

            List<Product> made = inThreads(i -> client.products().create(lamp()));

            assertThat(products()).containsExactlyInAnyOrderElementsOf(made);
            assertThat(refreshes(network.requests())).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSessionOfFiftyThreadsIsOverAfterOneRefreshThatIsRefused(Expired expired) throws Exception {
        store.save(expired.of(login));
        direct.accounts().revoke(login.getRefreshToken());
        try (var network = firstThenService()) {
            var client = client(network);

            inThreads(i -> {
                assertThatExceptionOfType(UnauthenticatedException.class)
                        .isThrownBy(() -> client.products().create(lamp()));
                return true;
            });

            assertThat(refreshes(network.requests())).isOne();
            assertThat(store.load()).isEmpty();
            assertThat(products()).isEmpty();
        }
    }

    @Test
    void whoLogsOutWhileOthersMakeCallsIsLoggedOutAndCanLogInAgain() throws Exception {
        store.save(Expired.BY_THE_CLOCK.of(login));
        try (var network = firstThenService()) {
            var client = client(network);

            List<Optional<Product>> made = inThreads(i -> {
                if (i == THREADS / 2) {
                    client.accounts().logOut();
                    return Optional.<Product>empty();
                }
                try {
                    return Optional.of(client.products().create(lamp()));
                } catch (UnauthenticatedException e) {
                    return Optional.<Product>empty();
                }
            });

            assertThat(store.load()).isEmpty();
            assertThatExceptionOfType(UnauthenticatedException.class)
                    .isThrownBy(() -> direct.accounts().refresh(login.getRefreshToken()));
            client.accounts().logIn(login.getUser().getEmail(), PASSWORD);
            assertThat(client.products().create(lamp())).isIn(products());
            assertThat(products())
                    .containsAll(made.stream().flatMap(Optional::stream).toList());
        }
    }

    /** Starts a network that treats the first requests for a new token as it is told. */
    private FaultyServer firstRefreshThenService(Treatment... first) {
        return thatTreats(REFRESH, first);
    }

    private static long refreshes(List<Request> requests) {
        return requests.stream()
                .filter(request -> request.path().equals(REFRESH))
                .count();
    }
}
