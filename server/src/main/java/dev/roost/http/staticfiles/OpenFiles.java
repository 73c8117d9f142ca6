package dev.roost.http.staticfiles;

import dev.roost.http.RequestAttribute;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.event.HttpRequestTerminatedEvent;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes what was opened for a request when that ends, however it does. Micronaut closes a stream that it has read to
 * the end, but drops one whose client left before it was first read.
 */
@Singleton
final class OpenFiles implements ApplicationEventListener<HttpRequestTerminatedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(OpenFiles.class);
    private static final RequestAttribute<RangeInputStream> ATTRIBUTE =
            new RequestAttribute<>("roost.open-file", RangeInputStream.class);

    static void closeAtTheEndOf(HttpRequest<?> request, RangeInputStream file) {
        ATTRIBUTE.set(request, file);
    }

    @Override
    public void onApplicationEvent(HttpRequestTerminatedEvent end) {
        ATTRIBUTE.of(end.getSource()).ifPresent(OpenFiles::close);
    }

    private static void close(RangeInputStream file) {
        try {
            file.close();
        } catch (IOException e) {
            LOG.warn("a file could not be closed: {}", e.getMessage());
        }
    }
}
