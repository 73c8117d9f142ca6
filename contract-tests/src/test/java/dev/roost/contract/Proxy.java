package dev.roost.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy before the service, which may tell something else than the service does, and notes what was asked. */
final class Proxy implements AutoCloseable {

    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "host", "http2-settings", "transfer-encoding", "upgrade");

    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final HttpServer server;
    private final URI service = RoostService.url();
    private final List<Lie> lies;

    /** Something else than what the service has answered. */
    interface Lie {
        Answer tell(HttpRequest request, Answer truth);
    }

    record Answer(int status, Map<String, List<String>> headers, String body) {

        Answer withStatus(int other) {
            return new Answer(other, headers, body);
        }

        Answer withBody(String other) {
            return new Answer(status, headers, other);
        }

        Answer withHeader(String name, String value) {
            var changed = withoutHeader(name);
            changed.headers.put(name, List.of(value));
            return changed;
        }

        Answer withoutHeader(String name) {
            var others = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
            others.putAll(headers);
            others.remove(name);
            return new Answer(status, others, body);
        }
    }

    Proxy(List<Lie> lies) throws IOException {
        this.lies = lies;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Returns the methods and paths that were asked for. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpRequest request = copy(exchange);
            requests.add(request.method() + " " + request.uri().getRawPath());
            Answer answer = ask(request);
            for (Lie lie : lies) {
                answer = lie.tell(request, answer);
            }
            answer.headers.forEach((name, values) -> {
                if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private HttpRequest copy(HttpExchange exchange) throws IOException {
        var request = HttpRequest.newBuilder(
                        URI.create(service + exchange.getRequestURI().toString()))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private Answer ask(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers().map(), answer.body());
        } catch (InterruptedException e) {
            throw new InterruptedIOException(e.getMessage());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
