package dev.roost.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.client.ChirpQuery;
import dev.roost.client.Exchange;
import dev.roost.client.ProductQuery;
import dev.roost.client.RoostClient;
import dev.roost.client.TokenStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** The deployment that is tested. Each of its answers is held against the contract's document, whatever a test asks. */
final class Deployment implements AutoCloseable {

    static final String PASSWORD = "correct horse battery staple";

    private static final int MAX_RETRIES = 5;

    private final String url;
    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final Queue<String> breaches = new ConcurrentLinkedQueue<>();
    private final RoostClient nobody;
    private final TestAccount owner;
    private final TestAccount stranger;

    Deployment(String url) {
        this.url = url.replaceFirst("/+$", "");
        this.nobody = RoostClient.builder()
                .baseUrl(url)
                .application("roost-contract-tests", Contract.VERSION)
                .timeout(Duration.ofMinutes(5))
                .maxRetries(MAX_RETRIES)
                .listener(this::hold)
                .build();
        this.owner = register();
        this.stranger = register();
    }

    /** Returns a client that is logged in as nobody. */
    RoostClient nobody() {
        return nobody.withTokenStore(TokenStore.inMemory());
    }

    /** Returns the account that owns whatever the tests make. */
    TestAccount owner() {
        return owner;
    }

    /** Returns another account. */
    TestAccount stranger() {
        return stranger;
    }

    /** Registers one more account, which stays when the tests have ended. */
    TestAccount register() {
        RoostClient client = nobody();
        String email = newEmail();
        var session = client.accounts().register(email, PASSWORD);
        return new TestAccount(client, email, session.getUser().getId(), session.getAccessToken());
    }

    static String newEmail() {
        return "contract-test-" + UUID.randomUUID() + "@example.com";
    }

    /** Sends what a client would not, and again where it is told to come back later. */
    HttpResponse<String> send(String method, String path, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            for (int attempt = 1; ; attempt++) {
                var response = http.send(request.build(), BodyHandlers.ofString());
                hold(
                        method,
                        response.uri(),
                        response.statusCode(),
                        response.headers().map(),
                        response.body());
                var retryAfter = response.headers().firstValueAsLong("Retry-After");
                if (retryAfter.isEmpty() || attempt > MAX_RETRIES) {
                    return response;
                }
                TimeUnit.SECONDS.sleep(retryAfter.getAsLong());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s %s got no answer".formatted(method, path), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Reads what needs no token. */
    HttpResponse<String> get(String path) {
        return send("GET", path, "", Map.of());
    }

    /** Fails where an answer since the last time differs from the document. */
    void requireNoBreach() {
        List<String> found = new ArrayList<>();
        for (String breach = breaches.poll(); breach != null; breach = breaches.poll()) {
            found.add(breach);
        }
        assertThat(found)
                .as("answers that the contract's document does not describe")
                .isEmpty();
    }

    private void hold(Exchange exchange) {
        exchange.status()
                .ifPresent(status -> hold(
                        exchange.method(),
                        exchange.uri(),
                        status,
                        exchange.responseHeaders().map(),
                        exchange.responseBody().orElse("")));
    }

    private void hold(String method, URI uri, int status, Map<String, List<String>> headers, String body) {
        String path = uri.getRawPath().substring(URI.create(url).getRawPath().length());
        Contract.breach(method, path, status, headers, body).ifPresent(breaches::add);
    }

    /** Deletes what the tests have made; accounts cannot be. */
    @Override
    public void close() {
        for (TestAccount account : List.of(owner, stranger)) {
            var client = account.client();
            client.products().list(new ProductQuery().owner(account.id())).forEach(product -> client.products()
                    .delete(product.getId()));
            var author =
                    client.accounts().logInToChirpy(account.email(), PASSWORD).getId();
            client.chirps().list(new ChirpQuery().author(author)).forEach(chirp -> client.chirps()
                    .delete(chirp.getId()));
        }
    }
}
