package dev.roost.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LogQueueTest {

    private static final int MANY = 10_000;

    private final SlowOutput output = new SlowOutput();
    private final LogQueue queue = new LogQueue();
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
        queue.setOutputStream(output);
        log = context.getLogger("test");
        log.addAppender(queue);
    }

    @Test
    void writesAllLinesInTheirOrderBeforeItStops() {
        output.gate.countDown();
        for (int i = 0; i < 1_000; i++) {
            log.info("{}", i);
        }
        queue.stop();

        assertThat(output.lines())
                .isEqualTo(IntStream.range(0, 1_000).mapToObj(String::valueOf).toList());
    }

    @Test
    void letsNobodyWaitForASlowReaderButTellsHowManyLinesItDropped() {
        for (int i = 0; i < MANY; i++) {
            log.info("{}", i);
        }
        output.gate.countDown();
        queue.stop();

        List<String> lines = output.lines();
        long written = lines.stream().filter(line -> line.matches("\\d+")).count();
        assertThat(written).isLessThan(MANY);
        assertThat(lines).contains(MANY - written + " lines were dropped: whoever reads the log was too slow");
    }

    @Test
    void stopsAlthoughNobodyReads() {
        log.info("unread");

        queue.stop();

        assertThat(output.lines()).isEmpty();
        output.gate.countDown();
    }

    /** Takes nothing until its gate opens. */
    private static final class SlowOutput extends OutputStream {

        private final CountDownLatch gate = new CountDownLatch(1);
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

        @Override
        public void write(int b) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            taken.write(b);
        }

        private List<String> lines() {
            return taken.toString(UTF_8).lines().toList();
        }
    }
}
