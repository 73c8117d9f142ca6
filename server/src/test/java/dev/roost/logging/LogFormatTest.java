package dev.roost.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.read.ListAppender;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** What becomes of a line, whatever stands in it. */
class LogFormatTest {

    private static final String HOSTILE =
            "a\r\n12:00:00.000 INFO  forged\u0085b\u2028c\u2029d\u001b[31me\u0000f\u009bg\"h\\i\ud800j";

    private final LoggerContext context = new LoggerContext();
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void isOneJsonObjectWithFlatMembers() throws Exception {
        Logger log = log("json");
        context.getMDCAdapter().put("request_id", "r-1");
        log.atInfo().addKeyValue("status", 200).addKeyValue("duration_ms", 1.5).log("answered {}", "GET");

        Map<String, Object> line = json(line());

        assertThat(line)
                .containsOnlyKeys(
                        "timestamp", "level", "logger", "thread", "message", "request_id", "status", "duration_ms");
        assertThat(Instant.parse((String) line.get("timestamp")))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(line.get("level")).isEqualTo("INFO");
        assertThat(line.get("logger")).isEqualTo("dev.roost.Test");
        assertThat(line.get("thread")).isEqualTo(Thread.currentThread().getName());
        assertThat(line.get("message")).isEqualTo("answered GET");
        assertThat(line.get("request_id")).isEqualTo("r-1");
        assertThat(line.get("status")).isEqualTo(200);
        assertThat(line.get("duration_ms")).isEqualTo(1.5);
    }

    @Test
    void isOneJsonObjectWhateverStandsInIt() throws Exception {
        Logger log = log("json");
        log.atError()
                .addKeyValue("path", HOSTILE)
                .setCause(new IllegalStateException(HOSTILE))
                .log(HOSTILE);

        String line = line();

        assertThat(line).matches("[ -~]+\n");
        Map<String, Object> members = json(line);
        assertThat(members.get("message")).isEqualTo(HOSTILE);
        assertThat(members.get("path")).isEqualTo(HOSTILE);
        assertThat((String) members.get("exception"))
                .startsWith("java.lang.IllegalStateException: " + HOSTILE + "\n\tat dev.roost");
    }

    @Test
    void isBounded() throws Exception {
        String text = "\u2028".repeat(1 << 20);
        Logger log = log("json");
        log.error(text);
        assertThat(line().length()).isLessThan(8_192);
        log.error(text, new IllegalStateException(text, new IllegalArgumentException(text)));
        assertThat(line().length()).isLessThan(65_536);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "colour"})
    void cannotBeForgedInTheReadableFormat(String format) {
        Logger log = log(format);
        log.atError()
                .addKeyValue("path", HOSTILE)
                .setCause(new IllegalStateException(HOSTILE))
                .log(HOSTILE);

        assertThat(line()).doesNotContain("\u001b[31me", "\u0085", "\u009b", "\u2028", "\u2029", "\u0000", "\r");
        List<String> lines = line().replaceAll("\u001b\\[[0-9;]*m", "").lines().toList();

        assertThat(lines.getFirst()).matches("\\d\\d:.* ERROR \\[] .*");
        assertThat(lines.subList(1, lines.size())).hasSizeGreaterThan(3).allMatch(line -> line.startsWith("    | "));
    }

    private Logger log(String format) {
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("roost.log.format", format);
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(Objects.requireNonNull(getClass().getResource("/logback.xml")));
        } catch (JoranException e) {
            throw new IllegalStateException(e);
        }
        var log = context.getLogger("dev.roost.Test");
        log.setAdditive(false);
        events.start();
        log.addAppender(events);
        return log;
    }

    private String line() {
        var lines = context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("LINES");
        var encoder = lines instanceof LogQueue queue
                ? queue.getEncoder()
                : ((OutputStreamAppender<ILoggingEvent>) lines).getEncoder();
        return new String(encoder.encode(events.list.getLast()), UTF_8);
    }

    private static Map<String, Object> json(String line) throws IOException {
        return JsonMapper.createDefault().readValue(line, Argument.mapOf(String.class, Object.class));
    }
}
