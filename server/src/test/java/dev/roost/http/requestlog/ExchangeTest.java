package dev.roost.http.requestlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class ExchangeTest {

    private static final RequestHead HEAD = new RequestHead("GET", "/", null, "192.0.2.1", System.nanoTime());

    private final ExchangeContext context = new ExchangeContext();

    @Test
    void tellsLinesItsIdsWhileItIsWorkedOn() {
        UUID user = UUID.randomUUID();
        var exchange = new Exchange(HEAD, "one");
        exchange.record(SecurityEvent.LOGIN_SUCCEEDED, user);

        exchange.run(() -> assertThat(context.getCopyOfContextMap())
                .isEqualTo(Map.of("request_id", "one", "user_id", user.toString())));

        assertThat(context.getCopyOfContextMap()).isEmpty();
    }

    @Test
    void leavesAThreadToAnotherForAWhile() {
        var inner = new Exchange(HEAD, "inner");
        new Exchange(HEAD, "outer").run(() -> {
            inner.run(() -> assertThat(context.getCopyOfContextMap()).containsEntry("request_id", "inner"));
            assertThat(context.getCopyOfContextMap()).containsEntry("request_id", "outer");
        });
    }

    @Test
    void leavesLinesWhatElseTheyHave() {
        try (var other = MDC.putCloseable("job", "sweep")) {
            assertThat(other).isNotNull();
            new Exchange(HEAD, "one").run(() -> assertThat(context.getCopyOfContextMap())
                    .isEqualTo(Map.of("job", "sweep", "request_id", "one")));
            assertThat(context.getCopyOfContextMap()).isEqualTo(Map.of("job", "sweep"));
        }
    }

    @Test
    void isFoundByWhatItRuns() {
        var exchange = new Exchange(HEAD, "one");

        exchange.run(() -> assertThat(Exchange.current()).containsSame(exchange));

        assertThat(Exchange.current()).isEmpty();
    }
}
