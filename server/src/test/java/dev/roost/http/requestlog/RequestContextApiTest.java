package dev.roost.http.requestlog;

import static dev.roost.TestThreads.inThreads;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.roost.ApiTest;
import dev.roost.LogCapture;
import dev.roost.RawHttp;
import dev.roost.account.TestAccounts.TestAccount;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Each line that is logged for a request holds its id and, once that is known, whose it is. */
class RequestContextApiTest extends ApiTest {

    private static final Logger FRAMEWORK = (Logger) LoggerFactory.getLogger("io.micronaut.http.server");

    private LogCapture log;

    @BeforeEach
    void open() {
        log = new LogCapture();
    }

    @AfterEach
    void close() {
        FRAMEWORK.setLevel(null);
        log.close();
    }

    @Test
    void isThereOnTheEventLoopAndOnVirtualThreads() {
        FRAMEWORK.setLevel(Level.DEBUG);
        TestAccount account = accounts.create();
        exchange(request("GET", "/test/talk/word", account.token(), null).header("X-Request-Id", "given"));

        ILoggingEvent early = line("Request GET /test/talk/word");
        ILoggingEvent own = line("the word is word");

        assertThat(early.getThreadName()).contains("EventLoop");
        assertThat(early.getMDCPropertyMap()).isEqualTo(Map.of("request_id", "given"));
        assertThat(own.getThreadName()).doesNotContain("EventLoop");
        assertThat(own.getMDCPropertyMap())
                .isEqualTo(
                        Map.of("request_id", "given", "user_id", account.uuid().toString()));
    }

    @Test
    void isThereBeforeAnyFilter() {
        FRAMEWORK.setLevel(Level.DEBUG);
        String id = RawHttp.send(port(), "GET", "/a b c").header("X-Request-Id").orElseThrow();

        assertThat(line("Request GET /a").getMDCPropertyMap()).isEqualTo(Map.of("request_id", id));
        assertThat(log.requestLine(id)).containsEntry("status", 400);
    }

    @Test
    void isTheClientsAlsoWhereRequestsAreNone() {
        RawHttp.Answer answer = RawHttp.send(port(), "GET", "/a", "X-Request-Id: unreadable", "Content-Length: none");

        assertThat(answer.header("X-Request-Id")).contains("unreadable");
        assertThat(log.requestLine("unreadable")).containsEntry("status", 400);
    }

    @Test
    void isThereWherePasswordsAreHashed() {
        send(request("POST", "/api/login", null, credentials(accounts.create().email(), "no hash is made of it"))
                .header("X-Request-Id", "hashed"));

        ILoggingEvent warning =
                line("a stored hash is of an unknown algorithm or too costly: nobody can log in with it");
        assertThat(warning.getThreadName()).startsWith("password-hashing-");
        assertThat(warning.getMDCPropertyMap()).isEqualTo(Map.of("request_id", "hashed"));
    }

    @Test
    void isThereWhereErrorsAreHandled() {
        Answer answer = get("/test/failure", null);

        ILoggingEvent error = line("the request failed");
        assertThat(error.getThrowableProxy()).isNotNull();
        assertThat(error.getMDCPropertyMap()).isEqualTo(Map.of("request_id", answer.member("request_id")));
    }

    @Test
    void isNeverThatOfAnotherRequest() {
        FRAMEWORK.setLevel(Level.DEBUG);
        TestAccount account = accounts.create();
        inThreads(
                16,
                400,
                i -> exchange(request("GET", "/test/talk/" + i, i % 2 == 0 ? account.token() : null, null)
                        .header("X-Request-Id", "id-" + i)));

        List<ILoggingEvent> words = log.lines(line -> line.getFormattedMessage().startsWith("the word is "));
        assertThat(words).hasSize(400).allSatisfy(line -> {
            int i = Integer.parseInt(line.getFormattedMessage().substring("the word is ".length()));
            assertThat(line.getMDCPropertyMap())
                    .isEqualTo(
                            i % 2 == 0
                                    ? Map.of(
                                            "request_id",
                                            "id-" + i,
                                            "user_id",
                                            account.uuid().toString())
                                    : Map.of("request_id", "id-" + i));
        });
        assertThat(log.lines(line -> line.getFormattedMessage().startsWith("Request GET ")))
                .hasSize(400)
                .allSatisfy(line -> assertThat(line.getMDCPropertyMap())
                        .isEqualTo(Map.of(
                                "request_id",
                                "id-" + line.getFormattedMessage().substring("Request GET /test/talk/".length()))));
        assertThat(log.requestLines(400)).hasSize(400).allSatisfy(line -> assertThat(line.get("path"))
                .isEqualTo(String.valueOf(line.get("request_id")).replace("id-", "/test/talk/")));
    }

    private ILoggingEvent line(String message) {
        return log.await(1, line -> line.getFormattedMessage().equals(message)).getFirst();
    }
}
