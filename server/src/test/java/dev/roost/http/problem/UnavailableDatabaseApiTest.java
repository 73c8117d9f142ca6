package dev.roost.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class UnavailableDatabaseApiTest extends ApiTest {

    private static final String REGISTER = "/api/v1/auth/register";

    private final ExecutorService clients = Executors.newCachedThreadPool();

    @Override
    protected Map<String, String> settings() {
        return Map.of("DATABASE_POOL_SIZE", "2", "DATABASE_STATEMENT_TIMEOUT_SEC", "2", "PASSWORD_HASH", "argon2id");
    }

    @AfterAll
    void end() {
        clients.shutdownNow();
    }

    @Test
    void answers503WhereNoConnectionIsToBeHad() throws Exception {
        String token = accounts.create().token();

        try (Connection one = connection();
                Connection other = connection()) {
            Answer answer = get("/api/v1/products", token);

            assertThat(one.isClosed() || other.isClosed()).isFalse();
            assertThatIsUnavailable(answer);
        }
        assertThat(get("/api/v1/products", token).status()).isEqualTo(200);
    }

    @Test
    void answers503WhereAStatementTakesTooLong() throws Exception {
        try (Connection other = connection()) {
            lock(other, "accounts");

            assertThatIsUnavailable(post(REGISTER, null, credentials("slow@example.com", "supersecret")));
        }
        assertThat(query("SELECT count(*) FROM accounts WHERE email = 'slow@example.com'"))
                .isEqualTo(0L);
    }

    @Test
    void answers503WhereTheConnectionBreaksInMidTransactionOfWhichNothingIsLeft() throws Exception {
        try (Connection other = connection()) {
            lock(other, "refresh_tokens");
            var answer = CompletableFuture.supplyAsync(
                    () -> post(REGISTER, null, credentials("half@example.com", "supersecret")), clients);
            awaitWaiting(other);
            try (var statement = other.createStatement()) {
                statement.execute("""
                        SELECT pg_terminate_backend(pid)
                        FROM pg_locks
                        WHERE NOT granted
                        """);
            }

            assertThatIsUnavailable(answer.join());
        }
        assertThat(query("SELECT count(*) FROM accounts WHERE email = 'half@example.com'"))
                .isEqualTo(0L);
    }

    @Test
    void answers503WhereTheConnectionBreaksInTheCommit() {
        execute("""
                CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    PERFORM pg_terminate_backend(pg_backend_pid());
                    RETURN NULL;
                END
                $$;
                CREATE CONSTRAINT TRIGGER breaks_off AFTER INSERT ON refresh_tokens DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION break_off()
                """);
        try {
            assertThatIsUnavailable(post(REGISTER, null, credentials("commit@example.com", "supersecret")));
        } finally {
            execute("DROP FUNCTION break_off CASCADE");
        }
        assertThat(query("SELECT count(*) FROM accounts WHERE email = 'commit@example.com'"))
                .isEqualTo(0L);
    }

    private static void assertThatIsUnavailable(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.member("type")).isEqualTo("/problems#unavailable");
    }

    private static void lock(Connection connection, String table) throws Exception {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0; LOCK TABLE " + table);
        }
    }

    /** With the one connection that is left to this test. */
    private static void awaitWaiting(Connection connection) throws Exception {
        try (var statement = connection.prepareStatement("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")) {
            for (int i = 0; i < 150; i++) {
                try (var result = statement.executeQuery()) {
                    result.next();
                    if (result.getBoolean(1)) {
                        return;
                    }
                }
                Thread.sleep(10);
            }
        }
        throw new AssertionError("no statement waits for a lock");
    }
}
