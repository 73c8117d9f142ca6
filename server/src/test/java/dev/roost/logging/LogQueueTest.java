package dev.roost.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LogQueueTest {

    private static final int MANY = 1_000;

    private final SlowReader reader = new SlowReader();
    private final LogQueue queue = new LogQueue();
    private final LoggerContext context = new LoggerContext();
    private Logger log;

    @BeforeEach
    void start() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        queue.setContext(context);
        queue.setQueueSize(100);
        queue.setMaxFlushTime(500);
        queue.addAppender(reader);
        reader.start();
        queue.start();
        log = context.getLogger("test");
        log.addAppender(queue);
    }

    @Test
    void writesAllLinesInTheirOrderBeforeItStops() {
        for (int i = 0; i < 50; i++) {
            log.info("{}", i);
        }
        reader.gate.countDown();
        queue.stop();

        assertThat(reader.lines)
                .isEqualTo(IntStream.range(0, 50).mapToObj(String::valueOf).toList());
    }

    @Test
    void letsNobodyWaitForASlowReaderButTellsHowManyLinesItDropped() throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < MANY; i++) {
                int number = i;
                threads.execute(() -> log.info("{}", number));
            }
        }
        reader.gate.countDown();
        while (queue.getNumberOfElementsInQueue() > 0) {
            Thread.sleep(1);
        }
        log.info("again");
        queue.stop();

        long written =
                reader.lines.stream().filter(line -> line.matches("\\d+")).count();
        long dropped = reader.lines.stream()
                .filter(line -> line.endsWith(" lines were dropped: whoever reads the log was too slow"))
                .mapToLong(line -> Long.parseLong(line.split(" ", 2)[0]))
                .sum();
        assertThat(dropped).isPositive().isEqualTo(MANY - written);
        assertThat(reader.lines).last().isEqualTo("again");
    }

    @Test
    void stopsAlthoughNobodyReads() {
        log.info("unread");

        queue.stop();

        assertThat(reader.lines).isEmpty();
        reader.gate.countDown();
    }

    /** Takes nothing until its gate opens. */
    private static final class SlowReader extends AppenderBase<ILoggingEvent> {

        private final CountDownLatch gate = new CountDownLatch(1);
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            boolean isInterrupted = false;
            while (gate.getCount() > 0) {
                try {
                    gate.await();
                } catch (InterruptedException e) { // As a write is not interrupted.
                    isInterrupted = true;
                }
            }
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
            lines.add(event.getFormattedMessage());
        }
    }
}
