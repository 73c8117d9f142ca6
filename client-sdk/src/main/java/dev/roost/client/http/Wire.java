package dev.roost.client.http;

import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** The end of one call's layers: sends until it is stopped. */
final class Wire implements Transport {

    private final HttpClient http;
    private CompletableFuture<?> underway = CompletableFuture.completedFuture(true);
    private boolean stopped;

    Wire(HttpClient http) {
        this.http = http;
    }

    @Override
    public synchronized CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request) {
        if (stopped) {
            return CompletableFuture.failedFuture(new CancellationException());
        }
        var answer = http.sendAsync(request, head -> new BoundedBody());
        underway = answer;
        return answer.exceptionallyCompose(
                failure -> CompletableFuture.failedFuture(told(Futures.cause(failure), request)));
    }

    /** The JDK's client does not say where there is no connection, and passes on what its parsers throw. */
    private static Throwable told(Throwable cause, HttpRequest request) {
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return new ConnectException("no connection to " + request.uri().getAuthority()).initCause(cause);
        }
        return cause instanceof NumberFormatException ? new ProtocolException(cause.getMessage()) : cause;
    }

    /** Breaks off what is under way and sends nothing any more. */
    synchronized void stop() {
        stopped = true;
        underway.cancel(true);
    }
}
