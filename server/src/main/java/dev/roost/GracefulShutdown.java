package dev.roost;

import dev.roost.http.Channels;
import dev.roost.http.Draining;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the service stops serving without breaking a request. */
@Singleton
final class GracefulShutdown {

    private static final Logger LOG = LoggerFactory.getLogger(GracefulShutdown.class);

    /** How long it takes until clients that wait for an answer first are all waiting. */
    private static final Duration HUSH = Duration.ofMillis(100);

    /** How long a connection that was just let in may take to send its request. */
    private static final Duration FIRST_REQUEST = Duration.ofSeconds(1);

    /** How long the requests under way may take; with what comes before by default, and after, less than 30 s. */
    private static final Duration LAST_ANSWER = Duration.ofSeconds(25);

    private final Draining draining;
    private final Channels channels;
    private final ShutdownSettings settings;

    GracefulShutdown(Draining draining, Channels channels, ShutdownSettings settings) {
        this.draining = draining;
        this.channels = channels;
        this.settings = settings;
    }

    /**
     * Says that the service is about to end, goes on until that was noticed, refuses connections, and returns when the
     * requests under way are answered.
     */
    void drain() throws InterruptedException {
        LOG.info("The service is about to end");
        draining.begin();
        Thread.sleep(settings.delay());
        refuseConnections();
        channels.awaitLastConnection(FIRST_REQUEST); // Some may be on their way.
        channels.closeIdleConnections();
        if (!channels.awaitLastConnection(LAST_ANSWER)) {
            LOG.warn("Requests that take more than {} s are cut off", LAST_ANSWER.toSeconds());
        }
    }

    /**
     * Closing a socket that listens breaks the connections that wait to be accepted. While answers are held back, who
     * waits for one opens no connection.
     */
    private void refuseConnections() throws InterruptedException {
        draining.hold();
        try {
            Thread.sleep(HUSH);
            channels.refuseConnections();
            Thread.sleep(HUSH); // The selector closes the socket a moment later.
        } finally {
            draining.release();
        }
    }
}
