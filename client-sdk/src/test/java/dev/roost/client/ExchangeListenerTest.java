package dev.roost.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.client.FaultyServer.Answer;
import dev.roost.client.gen.model.NewProduct;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What listeners see, and that they never see a secret. */
class ExchangeListenerTest {

    private static final String SECRET = "canary";

    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final TestTime time = new TestTime();

    @Test
    void seesEveryRequestOfACall() {
        try (var server =
                FaultyServer.thatAnswers(Answer.dropped(), Answer.of(503), Answer.json("{\"name\": \"Lamp\"}"))) {
            client(server).products().create(new NewProduct().name("Lamp"));

            assertThat(exchanges).extracting(Exchange::attempt).containsExactly(1, 2, 3);
            assertThat(exchanges)
                    .extracting(Exchange::status)
                    .containsExactly(OptionalInt.empty(), OptionalInt.of(503), OptionalInt.of(200));
            assertThat(exchanges.get(0).failure()).isPresent();
            assertThat(exchanges.get(2).requestBody())
                    .hasValueSatisfying(body -> assertThat(body).contains("\"name\":\"Lamp\""));
            assertThat(exchanges.get(2).responseBody()).contains("{\"name\":\"Lamp\"}");
            assertThat(exchanges.get(2))
                    .hasToString(
                            "POST %s/api/v1/products -> 200 in 0 ms (attempt 3, request of-the-header)", server.url());
        }
    }

    @Test
    void neverSeesATokenOrAPassword() {
        try (var server = FaultyServer.thatAnswers(exchange -> {
            exchange.getResponseHeaders().set("Set-Cookie", SECRET);
            Answer.json("""
                    {"access_token": "canary", "refresh_token": "canary", "expires_in": 0, "token": "canary", "deep":
                     [{"user": {"newPassword": "canary", "tokens": ["canary"], "Token": {"a": "canary"}}}]}""").give(exchange);
        })) {
            client(server).accounts().logIn("dev@example.com", SECRET);
            client(server).withAccessToken(SECRET).accounts().changeCredentials("dev@example.com", SECRET);
            client(server).accounts().refresh(SECRET);
            client(server).accounts().revoke(SECRET);
            var options = new RequestOptions().header("X-Api-Key", SECRET).header("X-Auth-Token", SECRET);
            client(server).withOptions(options).accounts().revoke("another");

            assertThat(exchanges).hasSize(5).allSatisfy(exchange -> {
                assertThat(exchange.toString()).doesNotContain(SECRET);
                assertThat(exchange.requestHeaders().toString()).doesNotContain(SECRET);
                assertThat(exchange.responseHeaders().toString()).doesNotContain(SECRET);
                assertThat(exchange.requestBody().orElse("")).doesNotContain(SECRET);
                assertThat(exchange.responseBody().orElse("")).doesNotContain(SECRET);
            });
        }
    }

    @Test
    void seesNoBodyThatIsNoJson() {
        try (var server = FaultyServer.thatAnswers(Answer.of(502, "text/html", "canary"))) {
            var client = client(server).withOptions(new RequestOptions().maxRetries(0));

            assertThatExceptionOfType(ServerErrorException.class)
                    .isThrownBy(() -> client.products().list().firstPage());
            assertThat(exchanges.getFirst().responseBody()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, IOException.class, Error.class})
    void aListenerThatThrowsChangesNothing(Class<? extends Throwable> type) throws Exception {
        Throwable failure = type.getConstructor().newInstance();
        try (var server = FaultyServer.thatAnswers(Answer.json("{\"name\": \"Lamp\"}"))) {
            var client = time.clientOf(server)
                    .listener(exchange -> ExchangeListenerTest.<RuntimeException>sneakilyThrow(failure))
                    .build();

            assertThat(client.products().get(42).getName()).isEqualTo("Lamp");
            assertThat(server.requests()).hasSize(1);
        }
    }

    /** Throws a checked exception as Kotlin does. */
    @SuppressWarnings("unchecked") // No cast happens.
    private static <E extends Throwable> void sneakilyThrow(Throwable failure) throws E {
        throw (E) failure;
    }

    private RoostClient client(FaultyServer server) {
        return time.clientOf(server).listener(exchanges::add).build();
    }
}
