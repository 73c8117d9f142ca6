package dev.roost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** All that the service writes at {@code LOG_LEVEL=debug}, to a client full of secrets and of malice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogOutputTest {

    private final JsonMapper json = JsonMapper.createDefault();
    private LogOutputClient client;
    private List<String> lines;

    @BeforeAll
    void live(@TempDir Path directory) throws Exception {
        URI database = URI.create(TestDatabase.create());
        int port = FreePort.find();
        client = new LogOutputClient(port, database);
        try (var service = ServiceProcess.ofClasses(directory, settings(port, database))) {
            client.run();
            service.terminate();
            service.awaitEnd();
            lines = service.output().lines().toList();
        }
    }

    @Test
    void isOneJsonObjectALine() {
        assertThat(lines).hasSizeGreaterThan(client.requests()).allSatisfy(line -> {
            Map<String, Object> members = members(line);
            assertThat(Instant.parse((String) members.get("timestamp"))).isBeforeOrEqualTo(Instant.now());
            assertThat(members).containsKeys("level", "logger", "thread", "message");
            assertThat(line).matches("[ -~]+");
            assertThat(line.length()).isLessThan(members.containsKey("exception") ? 65_536 : 8_192);
        });
    }

    @Test
    void tellsOfEachRequestOnce() {
        List<Map<String, Object>> told = lines.stream()
                .map(this::members)
                .filter(line -> "request".equals(line.get("message")))
                .toList();

        assertThat(told).hasSize(client.requests()).allSatisfy(line -> {
            assertThat(line.get("method")).isInstanceOf(String.class);
            assertThat(line.get("path")).isInstanceOf(String.class);
            assertThat(line.get("status")).isInstanceOf(Integer.class);
            assertThat(line.get("duration_ms")).isInstanceOf(Double.class);
            assertThat(line.get("remote_addr")).isEqualTo("127.0.0.1");
            assertThat(line.get("request_id")).asString().matches("[0-9a-f]{32}");
        });
        assertThat(told).anySatisfy(line -> assertThat(line.get("user_id")).isNotNull());
    }

    @Test
    void isWrittenToItsEnd() {
        assertThat(lines).anyMatch(line -> line.contains("HikariPool-1 - Shutdown completed."));
    }

    /** The PostgreSQL driver warns of what it cannot read in its address. */
    @Test
    void holdsWhatJavasOwnLoggersSay() {
        assertThat(lines)
                .anyMatch(line -> "org.postgresql.Driver".equals(members(line).get("logger")));
    }

    @Test
    void holdsNoSecretHoweverItIsWritten() {
        String log = String.join("\n", lines);
        for (String secret : client.secrets()) {
            assertThat(spellings(secret)).allSatisfy(spelling -> {
                assertThat(log).doesNotContain(spelling);
                assertThat(client.answers()).doesNotContain(spelling);
            });
        }
        assertThat(log).contains("violates check constraint").doesNotContain(LogOutputClient.EMAIL);
    }

    private static Map<String, String> settings(int port, URI database) {
        return Map.of(
                "LOG_LEVEL",
                "debug",
                "PORT",
                String.valueOf(port),
                "JWT_SECRET",
                LogOutputClient.JWT_SECRET,
                "POLKA_KEY",
                LogOutputClient.POLKA_KEY,
                "PASSWORD_HASH", // Only because it is quicker.
                "argon2id",
                "REDIS_URL", // There is none.
                "redis://user:" + LogOutputClient.REDIS_PASSWORD + "@localhost:1",
                "DATABASE_URL",
                database.toString().replace("postgres@", "postgres:" + LogOutputClient.DATABASE_PASSWORD + "@")
                        + "?loginTimeout=none");
    }

    private Map<String, Object> members(String object) {
        try {
            return json.readValue(object, Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new AssertionError(object, e);
        }
    }

    /** How a secret could be written: as it is, percent-encoded, in hexadecimal or, within another text, in base64. */
    private static List<String> spellings(String secret) {
        byte[] bytes = secret.getBytes(UTF_8);
        return Stream.concat(
                        Stream.of(
                                secret,
                                URLEncoder.encode(secret, UTF_8),
                                HexFormat.of().formatHex(bytes)),
                        IntStream.range(0, 3).mapToObj(shift -> base64Within(bytes, shift)))
                .toList();
    }

    /** Returns the characters that do not depend on what stands around the bytes. */
    private static String base64Within(byte[] bytes, int shift) {
        var shifted = new byte[shift + bytes.length];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        return text.substring(shift == 0 ? 0 : shift + 1, text.length() - 1);
    }
}
