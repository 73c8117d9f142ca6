package dev.roost.client;

import dev.roost.client.FaultyServer.Answer;
import dev.roost.client.FaultyServer.Request;
import dev.roost.client.gen.model.Chirp;
import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.Product;
import dev.roost.client.gen.model.Session;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The client and the real service, with a network between them that loses what it carries. */
abstract class UnreliableNetwork {

    static final String PASSWORD = "correct horse battery";
    static final int THREADS = 50;
    static final Duration LONG = Duration.ofMinutes(1);

    final List<Duration> waits = new CopyOnWriteArrayList<>();
    final RealService service = new RealService();
    final RoostClient direct = RoostServer.client();
    final Session login = direct.accounts().register(RoostServer.newEmail(), PASSWORD);
    final TokenStore store = TokenStore.inMemory();

    /** What the network does with a request. */
    @FunctionalInterface
    interface Treatment {

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

    /** Starts a network that treats the first requests as it is told, and carries all others to the service. */
    FaultyServer firstThenService(Treatment... first) {
        return thatTreats("", first);
    }

    /** Starts a network that treats the first requests of a path as it is told. */
    FaultyServer thatTreats(String path, Treatment... first) {
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
    RoostClient client(FaultyServer network) {
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

    RoostClient owner() {
        return direct.withAccessToken(login.getAccessToken());
    }

    /** Returns what all products are that the service has of the account. */
    List<Product> products() {
        var query = new ProductQuery().owner(login.getUser().getId()).limit(100);
        return owner().products().list(query).stream().toList();
    }

    /** Returns what all chirps are that the service has of the account. */
    List<Chirp> chirps() {
        return direct.chirps().list(new ChirpQuery().author(author())).stream().toList();
    }

    UUID author() {
        return direct.accounts()
                .logInToChirpy(login.getUser().getEmail(), PASSWORD)
                .getId();
    }

    /** Calls in fifty threads, which begin at once, and returns what they gave. */
    static <T> List<T> inThreads(IntFunction<T> call) throws Exception {
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

    static NewProduct lamp() {
        return new NewProduct().name("Desk lamp").price(new BigDecimal("19.90"));
    }
}
