package dev.roost.client.http;

import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import javax.net.ssl.SSLSession;

/** A response that is there already, with the body that a handler makes of it. */
record ReadResponse<T>(HttpResponse<byte[]> whole, T body) implements HttpResponse<T> {

    static <T> CompletionStage<HttpResponse<T>> of(HttpResponse<byte[]> whole, BodyHandler<T> handler) {
        BodySubscriber<T> subscriber = handler.apply(new Info(whole));
        subscriber.onSubscribe(new Nothing());
        subscriber.onNext(List.of(ByteBuffer.wrap(whole.body())));
        subscriber.onComplete();
        return subscriber.getBody().thenApply(body -> new ReadResponse<>(whole, body));
    }

    @Override
    public int statusCode() {
        return whole.statusCode();
    }

    @Override
    public HttpRequest request() {
        return whole.request();
    }

    @Override
    public Optional<HttpResponse<T>> previousResponse() {
        return Optional.empty();
    }

    @Override
    public HttpHeaders headers() {
        return whole.headers();
    }

    @Override
    public Optional<SSLSession> sslSession() {
        return whole.sslSession();
    }

    @Override
    public URI uri() {
        return whole.uri();
    }

    @Override
    public Version version() {
        return whole.version();
    }

    private record Info(HttpResponse<?> response) implements ResponseInfo {

        @Override
        public int statusCode() {
            return response.statusCode();
        }

        @Override
        public HttpHeaders headers() {
            return response.headers();
        }

        @Override
        public Version version() {
            return response.version();
        }
    }

    /** All that there is comes at once, whatever is asked for. */
    private record Nothing() implements Subscription {

        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    }
}
