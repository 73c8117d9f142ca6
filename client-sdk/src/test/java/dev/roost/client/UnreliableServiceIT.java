package dev.roost.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.roost.client.FaultyServer.Answer;
import dev.roost.client.FaultyServer.Request;
import dev.roost.client.gen.model.Chirp;
import dev.roost.client.gen.model.Product;
import dev.roost.client.gen.model.ProductPatch;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of calls whose requests and answers get lost. */
class UnreliableServiceIT extends UnreliableNetwork {
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
        List<Fault> faults = List.of(Fault.values());
        int draw;
        synchronized (random) {
            draw = random.nextInt(3 * faults.size());
        }
        return draw < faults.size() ? faults.get(draw).of(service, request) : service.answer(request);
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
}
