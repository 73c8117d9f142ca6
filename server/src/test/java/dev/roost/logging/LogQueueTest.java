package dev.roost.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LogQueueTest {

    private static final int MANY = 10_000;

    private final SlowReader reader = new SlowReader();
    private final LogQueue queue = new LogQueue(new PrintStream(reader, false, UTF_8));
    private final LoggerContext context = new LoggerContext();
    private Logger log;

    @BeforeEach
    void start() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%msg%n");
        encoder.start();
        queue.setContext(context);
        queue.setEncoder(encoder);
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

        assertThat(reader.lines())
                .isEqualTo(IntStream.range(0, 50).mapToObj(String::valueOf).toList());
    }

    @Test
    void writesALineThoughNoOtherFollows() throws InterruptedException {
        reader.gate.countDown();
        log.info("first");
        while (reader.lines().isEmpty()) {
            Thread.sleep(1);
        }
        log.info("second");
        while (reader.lines().size() < 2) {
            Thread.sleep(1);
        }

        assertThat(reader.lines()).containsExactly("first", "second");
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
        while (dropped() == 0) {
            Thread.sleep(1);
        }
        log.info("again");
        queue.stop();

        long written =
                reader.lines().stream().filter(line -> line.matches("\\d+")).count();
        assertThat(dropped()).isPositive().isEqualTo(MANY - written);
        assertThat(reader.lines()).last().isEqualTo("again");
    }

    @Test
    void stopsAlthoughNobodyReads() {
        log.info("unread");

        queue.stop();

        assertThat(reader.lines()).isEmpty();
        reader.gate.countDown();
    }

    private long dropped() {
        return reader.lines().stream()
                .filter(line -> line.endsWith(" lines were dropped: whoever reads the log was too slow"))
                .mapToLong(line -> Long.parseLong(line.split(" ", 2)[0]))
                .sum();
    }

    /** Takes nothing until its gate opens. */
    private static final class SlowReader extends OutputStream {

        private final CountDownLatch gate = new CountDownLatch(1);
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) {
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
            bytes.write(source, offset, length);
        }

        List<String> lines() {
            return bytes.toString(UTF_8).lines().toList();
        }
    }
}
