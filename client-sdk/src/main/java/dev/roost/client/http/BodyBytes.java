package dev.roost.client.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** Collects what a request's body publisher holds in memory. */
public final class BodyBytes implements Subscriber<ByteBuffer> {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private BodyBytes() {}

    /** Returns a body that is there already, as that of every generated request is. */
    public static byte[] of(BodyPublisher body) {
        var collector = new BodyBytes();
        body.subscribe(collector);
        return collector.bytes.toByteArray();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer buffer) {
        byte[] part = new byte[buffer.remaining()];
        buffer.get(part);
        bytes.writeBytes(part);
    }

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
}
