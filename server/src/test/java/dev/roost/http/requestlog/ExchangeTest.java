package dev.roost.http.requestlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class ExchangeTest {

    private static final RequestHead HEAD = new RequestHead("GET", "/", null, "192.0.2.1", System.nanoTime());

    @Test
    void leavesAThreadAsItWas() {
        var exchange = new Exchange(HEAD, "one");
        exchange.record(SecurityEvent.LOGIN_SUCCEEDED, UUID.randomUUID());

        exchange.run(() -> assertThat(MDC.getCopyOfContextMap()).containsOnlyKeys("request_id", "user_id"));

        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    void leavesAThreadToAnotherForAWhile() {
        var inner = new Exchange(HEAD, "inner");
        new Exchange(HEAD, "outer").run(() -> {
            inner.run(() -> assertThat(MDC.get("request_id")).isEqualTo("inner"));
            assertThat(MDC.get("request_id")).isEqualTo("outer");
        });
    }

    @Test
    void isFoundByWhatItRuns() {
        var exchange = new Exchange(HEAD, "one");

        exchange.run(() -> assertThat(Exchange.current()).containsSame(exchange));

        assertThat(Exchange.current()).isEmpty();
    }
}
