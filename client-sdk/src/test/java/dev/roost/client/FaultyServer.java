package dev.roost.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A service that answers as a test tells it, and notes what it was asked. */
final class FaultyServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private FaultyServer(Function<Request, Answer> behaviour) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            Request request = Request.of(exchange);
            requests.add(request);
            behaviour.apply(request).give(exchange);
        });
        server.start();
    }

    /** Starts a server that answers each request as it should. */
    static FaultyServer thatBehaves(Function<Request, Answer> behaviour) {
        return new FaultyServer(behaviour);
    }

    /** Starts a server that gives one answer after the other, and the last one from then on. */
    static FaultyServer thatAnswers(Answer... answers) {
        Queue<Answer> rest = new ArrayDeque<>(List.of(answers));
        return new FaultyServer(request -> {
            synchronized (rest) {
                return rest.size() > 1 ? rest.remove() : rest.element();
            }
        });
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Returns what was asked so far. */
    List<Request> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** What a request was. */
    record Request(
            String method,
            String path,
            @Nullable String authorization,
            @Nullable String idempotencyKey,
            @Nullable String userAgent,
            String body) {

        static Request of(HttpExchange exchange) throws IOException {
            var headers = exchange.getRequestHeaders();
            return new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    headers.getFirst("Authorization"),
                    headers.getFirst("Idempotency-Key"),
                    headers.getFirst("User-Agent"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** How to answer a request. */
    @FunctionalInterface
    interface Answer {

        void give(HttpExchange exchange) throws IOException;

        /** Gives it when a latch is open. */
        default Answer after(CountDownLatch latch) {
            return exchange -> {
                try {
                    latch.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                give(exchange);
            };
        }

        /** Closes the connection when the request has been read. */
        static Answer dropped() {
            return HttpExchange::close;
        }

        /** Leaves the client waiting. */
        static Answer never() {
            return exchange -> {};
        }

        /** Breaks off in the middle of the body. */
        static Answer broken() {
            return exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                exchange.close();
            };
        }

        /** Gives a status and a header, without a body. */
        static Answer withHeader(int status, String header, String value) {
            return exchange -> {
                exchange.getResponseHeaders().set(header, value);
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            };
        }

        /** Gives a status, without a body. */
        static Answer of(int status) {
            return withHeader(status, "X-Request-Id", "of-the-header");
        }

        /** Gives a body. */
        static Answer of(int status, String type, String body) {
            return exchange -> {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", type);
                exchange.getResponseHeaders().set("X-Request-Id", "of-the-header");
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            };
        }

        /** Gives JSON, with 200. */
        static Answer json(String body) {
            return of(200, "application/json", body);
        }
    }
}
