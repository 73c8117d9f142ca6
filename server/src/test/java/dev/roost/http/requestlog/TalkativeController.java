package dev.roost.http.requestlog;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs, is slow, and answers at length. */
@Controller("/test/talk")
@Secured(SecurityRule.IS_ANONYMOUS)
class TalkativeController {

    static final int LENGTH = 20_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(TalkativeController.class);

    private volatile CountDownLatch gate = new CountDownLatch(0);

    void makeWait() {
        gate = new CountDownLatch(1);
    }

    void letGo() {
        gate.countDown();
    }

    @Get("/{word}")
    String say(String word) throws InterruptedException {
        LOG.info("the word is {}", word);
        boolean isOpen = gate.await(20, TimeUnit.SECONDS);
        SecurityEvent.ADMINISTERED.record();
        return word + isOpen;
    }

    @Get("/at/length")
    byte[] atLength() {
        return new byte[LENGTH];
    }
}
