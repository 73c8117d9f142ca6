package dev.roost.client.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** A body that is read whole, unless it is larger than any that the service gives. */
final class BoundedBody implements BodySubscriber<byte[]> {

    /** The longest page has a hundred descriptions of 10 000 characters, which may take six bytes each. */
    private static final long MOST_BYTES = 16 << 20;

    private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
    private @Nullable Subscription subscription;
    private long bytes;

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole.getBody();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        whole.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        bytes += parts.stream().mapToLong(Buffer::remaining).sum();
        if (bytes <= MOST_BYTES) {
            whole.onNext(parts);
        } else if (subscription != null) {
            subscription.cancel();
            whole.onError(new IOException("the answer has more than %d bytes".formatted(MOST_BYTES)));
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.onError(failure);
    }

    @Override
    public void onComplete() {
        whole.onComplete();
    }
}
