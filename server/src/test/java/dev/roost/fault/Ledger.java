package dev.roost.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.fault.KeepAliveConnection.Answer;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Writes, each of something that no other has, and which of them the service has acknowledged. */
final class Ledger {

    private final Set<String> accounts = ConcurrentHashMap.newKeySet();
    private final Set<String> products = ConcurrentHashMap.newKeySet();
    private final Set<String> chirps = ConcurrentHashMap.newKeySet();
    private final Map<String, String> unanswered = new ConcurrentHashMap<>();

    /** Registers an account and returns its access token. */
    String logIn(int port) throws IOException {
        try (var connection = new KeepAliveConnection(port)) {
            JsonNode body =
                    JsonMapper.createDefault().readValue(register(connection).body(), JsonNode.class);
            return body.get("access_token").getStringValue();
        }
    }

    Answer register(KeepAliveConnection connection) throws IOException {
        String email = UUID.randomUUID() + "@example.com";
        String body = "{\"email\":\"%s\",\"password\":\"supersecret\"}".formatted(email);
        return note(email, accounts, connection.send("POST", "/api/v1/auth/register", null, body));
    }

    /** Creates a product with its name as the request's key. */
    Answer createProduct(KeepAliveConnection connection, String token) throws IOException {
        return createProduct(connection, token, UUID.randomUUID().toString());
    }

    private Answer createProduct(KeepAliveConnection connection, String token, String name) throws IOException {
        unanswered.put(name, token);
        String body = "{\"name\":\"%s\",\"price\":1}".formatted(name);
        Answer answer = note(name, products, connection.send("POST", "/api/v1/products", token, body, name));
        unanswered.remove(name);
        return answer;
    }

    /** Sends every product again whose request was broken, as a client with a key may. Returns how many that were. */
    int repeatUnanswered(int port) throws IOException {
        int count = unanswered.size();
        try (var connection = new KeepAliveConnection(port)) {
            for (var product : unanswered.entrySet()) {
                assertThat(createProduct(connection, product.getValue(), product.getKey())
                                .status())
                        .isEqualTo(201);
            }
        }
        return count;
    }

    Answer createChirp(KeepAliveConnection connection, String token) throws IOException {
        String text = UUID.randomUUID().toString();
        String body = "{\"body\":\"%s\"}".formatted(text);
        return note(text, chirps, connection.send("POST", "/api/chirps", token, body));
    }

    private static Answer note(String key, Set<String> acknowledged, Answer answer) {
        if (answer.status() == 201) {
            acknowledged.add(key);
        }
        return answer;
    }

    int size() {
        return accounts.size() + products.size() + chirps.size();
    }

    /** Fails unless all that was acknowledged is there, once, and nothing is half done. Returns how much else is there. */
    int verify(RunningPostgres postgres, String database) throws SQLException {
        int more = verify(accounts, postgres.texts(database, "SELECT email FROM accounts"))
                + verify(products, postgres.texts(database, "SELECT name FROM products"))
                + verify(chirps, postgres.texts(database, "SELECT body FROM chirps"));
        assertThat(postgres.texts(database, "SELECT sum(products) FROM product_totals"))
                .isEqualTo(postgres.texts(database, "SELECT count(*) FROM products"));
        assertThat(postgres.texts(database, """
                        SELECT id
                        FROM products FULL JOIN product_prices ON product_id = id
                        WHERE products.price IS DISTINCT FROM product_prices.price
                        """))
                .as("products whose price is another one where it is kept apart")
                .isEmpty();
        assertThat(postgres.texts(database, """
                        SELECT email
                        FROM accounts
                        WHERE NOT EXISTS (SELECT FROM refresh_tokens WHERE user_id = accounts.id)
                        """))
                .as("accounts that were never answered with a refresh token")
                .isEmpty();
        return more;
    }

    private static int verify(Set<String> acknowledged, List<String> stored) {
        assertThat(stored).doesNotHaveDuplicates();
        var lost = new HashSet<>(acknowledged);
        lost.removeAll(stored);
        assertThat(lost).as("acknowledged, and lost").isEmpty();
        return stored.size() - acknowledged.size();
    }
}
