package dev.roost.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.roost.client.FaultyServer.Answer;
import dev.roost.client.FaultyServer.Request;
import dev.roost.client.gen.ApiException;
import dev.roost.client.gen.api.ProductsApi;
import dev.roost.client.gen.model.Chirp;
import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.Product;
import dev.roost.client.gen.model.ProductPage;
import dev.roost.client.gen.model.ProductPatch;
import dev.roost.client.gen.model.Session;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client and the real service, with a network between them that loses what it carries. */
class UnreliableServiceIT {

    private static final String PASSWORD = "correct horse battery";
    private static final String REFRESH = "/api/refresh";
    private static final int THREADS = 50;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final RealService service = new RealService();
    private final RoostClient direct = RoostServer.client();
    private final Session login = direct.accounts().register(RoostServer.newEmail(), PASSWORD);
    private final TokenStore store = TokenStore.inMemory();

    /** What the network does with a request. */
    @FunctionalInterface
    private interface Treatment {

        Answer of(Request request);
    }

    /** What may become of one exchange. */
    enum Fault {
        NOT_SENT_ON,
        ANSWER_LOST,
        ANSWER_BROKEN;

        Answer of(RealService service, Request request) {
            return switch (this) {
                case NOT_SENT_ON -> Answer.dropped();
                case ANSWER_LOST -> service.lost(request);
                case ANSWER_BROKEN -> service.broken(request);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCreationIsDoneOnceAlthoughItsConnectionIsLost(Fault fault) {
        try (var network = firstThenService(request -> fault.of(service, request))) {
            Product product = client(network).products().create(lamp());
            Chirp chirp = client(network).chirps().post("Hello");

            assertThat(network.requests()).hasSize(3);
            assertThat(products()).containsExactly(product);
            assertThat(chirps()).containsExactly(chirp);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChirpIsPostedOnceAlthoughItsConnectionIsLostTwice(Fault fault) {
        try (var network =
                firstThenService(request -> fault.of(service, request), request -> fault.of(service, request))) {
            Chirp chirp = client(network).chirps().post("Hello");

            assertThat(network.requests()).hasSize(3);
            assertThat(chirps()).containsExactly(chirp);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCreationThatIsNotTriedAgainFailsAndItsKeyGivesWhatItMade(Fault fault) {
        try (var network = firstThenService(request -> fault.of(service, request))) {
            var options = new RequestOptions().maxRetries(0).idempotencyKey("order-7");
            var products = client(network).withOptions(options).products();

            assertThatExceptionOfType(RoostConnectionException.class).isThrownBy(() -> products.create(lamp()));
            List<Product> made = products();
            Product product = products.create(lamp());

            assertThat(made).hasSize(fault == Fault.NOT_SENT_ON ? 0 : 1);
            assertThat(products()).containsExactly(product).containsAll(made);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCreationWithoutAThreadIsDoneOnceAlthoughItsConnectionIsLost(Fault fault) {
        try (var network = firstThenService(request -> fault.of(service, request))) {
            assertThat(client(network).async().products().create(lamp()))
                    .succeedsWithin(LONG)
                    .satisfies(product -> assertThat(products()).containsExactly(product));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangeIsDoneOnceAlthoughItsConnectionIsLost(Fault fault) {
        Product lamp = owner().products().create(lamp());
        try (var network = firstThenService(request -> fault.of(service, request))) {
            var patch = new ProductPatch().stock(7);
            var response = client(network)
                    .calls()
                    .products()
                    .update(lamp.getId(), patch)
                    .response();

            assertThat(network.requests()).hasSize(2);
            assertThat(response.headers().firstValue("Idempotent-Replayed"))
                    .isEqualTo(fault == Fault.NOT_SENT_ON ? Optional.empty() : Optional.of("true"));
            assertThat(response.body().getStock()).isEqualTo(7);
            assertThat(products()).containsExactly(response.body());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDeletionHasHappenedAlsoWhenItIsToldThatThereIsNothingToDelete(Fault fault) {
        Product lamp = owner().products().create(lamp());
        try (var network = firstThenService(request -> fault.of(service, request))) {
            var deletion =
                    client(network).async().products().delete(lamp.getId()).handle((none, failure) -> failure);

            if (fault == Fault.NOT_SENT_ON) {
                assertThat(deletion).succeedsWithin(LONG).isNull();
            } else {
                assertThat(deletion).succeedsWithin(LONG).isInstanceOf(NotFoundException.class);
            }
            assertThat(network.requests()).hasSize(2);
            assertThat(products()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 502, 503, 504})
    void aCreationOutlastsWhatPasses(int status) {
        var refusal = Answer.of(status, "text/html", "<h1>Come back later</h1>");
        try (var network = firstThenService(request -> refusal, request -> refusal)) {
            Product product = client(network).products().create(lamp());

            assertThat(network.requests()).hasSize(3);
            assertThat(products()).containsExactly(product);
            assertThat(waits).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
        }
    }

    @Test
    void waitsAsLongAsARefusalSaysInSecondsOrByADate() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plusSeconds(3600).atOffset(ZoneOffset.UTC));
        try (var network = firstThenService(
                request -> Answer.withHeader(503, "Retry-After", "7"),
                request -> Answer.withHeader(429, "Retry-After", date))) {
            var options = new RequestOptions().timeout(Duration.ofHours(2));
            Product product = client(network).withOptions(options).products().create(lamp());

            assertThat(products()).containsExactly(product);
            assertThat(waits).hasSize(2).startsWith(Duration.ofSeconds(7));
            assertThat(waits.getLast()).isBetween(Duration.ofMinutes(58), Duration.ofHours(1));
        }
    }

    @Test
    void anAnswerThatLostItsBodyIsNoSuccessAndItsKeyGivesWhatItMade() {
        try (var network = firstThenService(request -> exchange -> {
            service.ask(request, exchange);
            Answer.of(201).give(exchange);
        })) {
            var options = new RequestOptions().idempotencyKey("order-7");
            var products = client(network).withOptions(options).products();

            assertThatExceptionOfType(RoostConnectionException.class).isThrownBy(() -> products.create(lamp()));
            List<Product> made = products();

            assertThat(made).hasSize(1).containsExactly(products.create(lamp()));
        }
    }

    @Test
    void aCallThatIsNeverAnsweredEndsInTimeAndItsKeyGivesWhatItMade() throws Exception {
        var done = new CountDownLatch(1);
        try (var network = firstThenService(request -> exchange -> {
            service.ask(request, exchange);
            done.countDown();
        })) {
            var options = new RequestOptions().idempotencyKey("order-7");
            var hasty = client(network).withOptions(options.timeout(Duration.ofSeconds(2)));

            assertThatExceptionOfType(RoostTimeoutException.class)
                    .isThrownBy(() -> hasty.products().create(lamp()));
            assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
            Product product = client(network).withOptions(options).products().create(lamp());

            assertThat(products()).containsExactly(product);
        }
    }

    @Test
    void nothingIsLostAndNothingDoneTwiceWhenEveryThirdExchangeOfFiftyThreadsBreaks() throws Exception {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        ConcurrentMap<String, Long> madeProducts = new ConcurrentHashMap<>();
        ConcurrentMap<String, UUID> madeChirps = new ConcurrentHashMap<>();
        try (var network = FaultyServer.thatBehaves(request -> brokenEveryThirdTime(random, request))) {
            var client = client(network);

            assertThatNoException()
                    .as("seed %d", seed)
                    .isThrownBy(() -> inThreads(i -> {
                        for (int round = 0; round < 4; round++) {
                            String name = i + "/" + round;
                            create(client, name).ifPresent(product -> madeProducts.put(name, product.getId()));
                            post(client, name).ifPresent(chirp -> madeChirps.put(name, chirp.getId()));
                        }
                        return true;
                    }));
        }

        List<Product> products = products();
        assertThat(products).as("seed %d", seed).extracting(Product::getName).doesNotHaveDuplicates();
        assertThat(products).as("seed %d", seed).extracting(Product::getId).containsAll(madeProducts.values());
        List<Chirp> chirps = chirps();
        assertThat(chirps).as("seed %d", seed).extracting(Chirp::getBody).doesNotHaveDuplicates();
        assertThat(chirps).as("seed %d", seed).extracting(Chirp::getId).containsAll(madeChirps.values());
        assertThat(madeProducts.size()).as("seed %d", seed).isGreaterThan(THREADS);
    }

    private static Optional<Product> create(RoostClient client, String name) {
        try {
            return Optional.of(client.products().create(lamp().name(name)));
        } catch (RoostConnectionException e) {
            return Optional.empty();
        }
    }

    /** Posts a chirp, by the client's other face. */
    private static Optional<Chirp> post(RoostClient client, String body) {
        var call = client.async().chirps().post(body);
        try {
            return Optional.of(call.join());
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(RoostConnectionException.class);
            return Optional.empty();
        }
    }

    private Answer brokenEveryThirdTime(Random random, Request request) {
        int draw;
        synchronized (random) {
            draw = random.nextInt(3 * Fault.values().length);
        }
        return draw < Fault.values().length ? Fault.values()[draw].of(service, request) : service.answer(request);
    }

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

    @ParameterizedTest
    @EnumSource
    void aListIsReadWholeAndInOrderAlthoughEverySecondPageBreaks(Fault fault) {
        List<UUID> posted = IntStream.range(0, 12)
                .mapToObj(i -> owner().chirps().post("Chirp " + i).getId())
                .toList();
        var pages = new AtomicInteger();
        try (var network = FaultyServer.thatBehaves(
                request -> pages.incrementAndGet() % 2 == 0 ? fault.of(service, request) : service.answer(request))) {
            var query = new ChirpQuery().author(author()).limit(2);

            assertThat(client(network).chirps().list(query).stream())
                    .extracting(Chirp::getId)
                    .containsExactlyElementsOf(posted);
            var read = new ArrayList<UUID>();
            assertThat(client(network).async().chirps().list(query).forEach(chirp -> read.add(chirp.getId())))
                    .succeedsWithin(LONG);
            assertThat(read).containsExactlyElementsOf(posted);
        }
    }

    /** Starts a network that treats the first requests as it is told, and carries all others to the service. */
    private FaultyServer firstThenService(Treatment... first) {
        return thatTreats("", first);
    }

    /** Starts a network that treats the first requests for a new token as it is told. */
    private FaultyServer firstRefreshThenService(Treatment... first) {
        return thatTreats(REFRESH, first);
    }

    private FaultyServer thatTreats(String path, Treatment... first) {
        Iterator<Treatment> treatments = List.of(first).iterator();
        return FaultyServer.thatBehaves(request -> {
            synchronized (treatments) {
                return request.path().startsWith(path) && treatments.hasNext()
                        ? treatments.next().of(request)
                        : service.answer(request);
            }
        });
    }

    /** Returns a client of the account that notes its waits and does not spend them. */
    private RoostClient client(FaultyServer network) {
        if (store.load().isEmpty()) {
            store.save(new Tokens(login.getAccessToken(), login.getRefreshToken(), null));
        }
        return RoostClient.builder()
                .baseUrl(network.url())
                .tokenStore(store)
                .random(() -> 0)
                .pause(time -> {
                    waits.add(time);
                    return CompletableFuture.completedFuture(null);
                })
                .build();
    }

    private RoostClient owner() {
        return direct.withAccessToken(login.getAccessToken());
    }

    /** Returns what all products are that the service has of the account. */
    private List<Product> products() {
        var api = new ProductsApi(owner().generated());
        var found = new ArrayList<Product>();
        String cursor = null;
        do {
            var page = page(api, cursor);
            found.addAll(page.getData());
            cursor = page.getNextCursor();
        } while (cursor != null);
        return found;
    }

    private ProductPage page(ProductsApi api, @Nullable String cursor) {
        try {
            return api.listProducts(null, null, null, null, login.getUser().getId(), null, null, 100, cursor)
                    .join();
        } catch (ApiException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns what all chirps are that the service has of the account. */
    private List<Chirp> chirps() {
        return direct.chirps().list(new ChirpQuery().author(author())).stream().toList();
    }

    private UUID author() {
        return direct.accounts()
                .logInToChirpy(login.getUser().getEmail(), PASSWORD)
                .getId();
    }

    private static long refreshes(List<Request> requests) {
        return requests.stream()
                .filter(request -> request.path().equals(REFRESH))
                .count();
    }

    /** Calls in fifty threads, which begin at once, and returns what they gave. */
    private static <T> List<T> inThreads(IntFunction<T> call) throws Exception {
        var start = new CyclicBarrier(THREADS);
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var calls = IntStream.range(0, THREADS)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return call.apply(i);
                    }))
                    .toList();
            var results = new ArrayList<T>();
            for (Future<T> result : calls) {
                results.add(result.get());
            }
            return results;
        }
    }

    private static NewProduct lamp() {
        return new NewProduct().name("Desk lamp").price(new BigDecimal("19.90"));
    }
}
