package dev.roost.client;

import com.sun.net.httpserver.HttpExchange;
import dev.roost.client.FaultyServer.Answer;
import dev.roost.client.FaultyServer.Request;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The real service as a {@link FaultyServer} before it hands it requests, and notes which it has answered. */
final class RealService {

    /** Those of a connection, which are not passed on. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "host", "http2-settings", "transfer-encoding", "upgrade");

    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** Returns what the service has answered, whatever became of its answers. */
    List<Request> requests() {
        return requests;
    }

    /** Gives the service's answer. */
    Answer answer(Request request) {
        return exchange -> {
            var answer = ask(request, exchange);
            begin(answer, exchange);
            exchange.getResponseBody().write(answer.body());
            exchange.close();
        };
    }

    /** Closes the connection when the service has answered. */
    Answer lost(Request request) {
        return exchange -> {
            ask(request, exchange);
            exchange.close();
        };
    }

    /** Breaks off in the middle of the body of the service's answer, or before the answer where it has no body. */
    Answer broken(Request request) {
        return exchange -> {
            var answer = ask(request, exchange);
            if (answer.body().length > 0) {
                begin(answer, exchange);
                exchange.getResponseBody().write(answer.body(), 0, answer.body().length / 2);
                exchange.getResponseBody().flush();
            }
            exchange.close();
        };
    }

    /** Has the service answer and tells the client nothing. */
    HttpResponse<byte[]> ask(Request request, HttpExchange exchange) throws IOException {
        var copy = HttpRequest.newBuilder(RoostServer.url().resolve(request.path()))
                .method(request.method(), BodyPublishers.ofString(request.body()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> copy.header(name, value));
            }
        });
        try {
            var answer = http.send(copy.build(), BodyHandlers.ofByteArray());
            requests.add(request);
            return answer;
        } catch (InterruptedException e) {
            throw new InterruptedIOException(e.getMessage());
        }
    }

    private static void begin(HttpResponse<byte[]> answer, HttpExchange exchange) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
    }
}
