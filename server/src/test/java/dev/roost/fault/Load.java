package dev.roost.fault;

import dev.roost.fault.KeepAliveConnection.Answer;
import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Clients that ask one thing after the other until they are told to stop, and what became of each request. */
final class Load implements AutoCloseable {

    /** In the place of a status: no connection was let in. */
    static final int REFUSED = -1;

    /** In the place of a status: there was a connection, and no whole answer. */
    static final int BROKEN = 0;

    private static final int PAUSE_MILLIS_WHEN_REFUSED = 20;

    private final int port;
    private final Collection<Sample> samples = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean isStopped;

    Load(int port) {
        this.port = port;
    }

    /** What a request needs to be answered well. */
    enum Kind {
        DATABASE,
        NO_DATABASE,
        READINESS
    }

    /** One request of a client's. */
    @FunctionalInterface
    interface Request {
        Answer send(KeepAliveConnection connection) throws IOException;
    }

    /** Starts clients that ask this, each with a pause between an answer and the next request. */
    Load start(int count, Kind kind, int pauseMillis, Request request) {
        for (int i = 0; i < count; i++) {
            clients.add(Thread.ofPlatform().daemon().start(() -> ask(kind, pauseMillis, request)));
        }
        return this;
    }

    private void ask(Kind kind, int pauseMillis, Request request) {
        KeepAliveConnection connection = null;
        while (!isStopped) {
            long start = System.nanoTime();
            int status = BROKEN;
            boolean hasRetryAfter = false;
            String failure = null;
            try {
                if (connection == null) {
                    connection = new KeepAliveConnection(port);
                }
                Answer answer = request.send(connection);
                status = answer.status();
                hasRetryAfter = answer.hasRetryAfter();
            } catch (ConnectException e) {
                status = REFUSED;
            } catch (IOException e) {
                failure = e.toString();
            }
            samples.add(new Sample(kind, start, System.nanoTime(), status, hasRetryAfter, failure));
            if (connection != null && (status == BROKEN || connection.isClosing())) {
                connection.close();
                connection = null;
            }
            pause(status == REFUSED ? PAUSE_MILLIS_WHEN_REFUSED : pauseMillis);
        }
        if (connection != null) {
            connection.close();
        }
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** Returns how many milliseconds after a moment the first good answer came. */
    long awaitGood(Kind kind, long moment, int timeoutMillis) {
        for (int waited = 0; waited < timeoutMillis; waited += 20) {
            var first = samples.stream()
                    .filter(sample -> sample.kind == kind && sample.isGood() && sample.end >= moment)
                    .mapToLong(Sample::end)
                    .min();
            if (first.isPresent()) {
                return TimeUnit.NANOSECONDS.toMillis(first.getAsLong() - moment);
            }
            pause(20);
        }
        throw new AssertionError("no good answer: " + summary(samples, sample -> sample.end >= moment));
    }

    /** Stops the clients when they have their answers, and returns all that was asked, in the order of the answers. */
    List<Sample> stop() throws InterruptedException {
        isStopped = true;
        for (Thread client : clients) {
            client.join();
        }
        return samples.stream().sorted(Comparator.comparingLong(Sample::end)).toList();
    }

    @Override
    public void close() {
        isStopped = true;
    }

    /** Returns how often each status came and how long the slowest took, as "312 x 200, 1 x 503, at most 420 ms". */
    static String summary(Collection<Sample> samples, Predicate<Sample> which) {
        var counts = samples.stream()
                .filter(which)
                .collect(Collectors.groupingBy(Sample::status, TreeMap::new, Collectors.counting()));
        if (counts.isEmpty()) {
            return "nothing";
        }
        long worst =
                samples.stream().filter(which).mapToLong(Sample::millis).max().orElse(0);
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " x " + name(count.getKey()))
                .collect(Collectors.joining(", ", "", ", at most " + worst + " ms"));
    }

    private static String name(int status) {
        return switch (status) {
            case REFUSED -> "refused";
            case BROKEN -> "broken";
            default -> String.valueOf(status);
        };
    }

    /**
     * A request and what became of it.
     *
     * @param kind what it needed
     * @param start when it was sent, in {@link System#nanoTime()}'s time
     * @param end when it was answered, or refused, or broken
     * @param status the status, or {@link #REFUSED} or {@link #BROKEN}
     * @param hasRetryAfter whether the answer said when to come back
     * @param failure what broke it
     */
    record Sample(
            Kind kind,
            long start,
            long end,
            int status,
            boolean hasRetryAfter,
            @Nullable String failure) {

        long millis() {
            return TimeUnit.NANOSECONDS.toMillis(end - start);
        }

        boolean isGood() {
            return status >= 200 && status < 300;
        }

        boolean isUnavailable() {
            return status == 503 && hasRetryAfter;
        }
    }
}
