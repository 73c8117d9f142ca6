package dev.roost.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.account.TestAccounts.TestAccount;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What waits for what when logins and changes of credentials meet. */
@Timeout(20)
class AccountLocksTest extends ApiTest {

    @Inject
    private AccountService service;

    @Inject
    private AccountRepository rows;

    @Inject
    private RefreshTokens tokens;

    @Inject
    private TransactionOperations<Connection> transactions;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterAll
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void aLoginFindsThePasswordThatIsJustBeingChanged() throws Exception {
        Account account = row(accounts.create());
        try (var connection = connection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("UPDATE accounts SET password_hash = 'another' WHERE id = " + account.id());
            var token = threads.submit(() -> tokens.issue(account, account.passwordHash()));
            awaitWaitingStatement();
            connection.commit();
            connection.setAutoCommit(true);

            assertThat(token.get()).isEmpty();
        }
    }

    @Test
    void aChangeOfThePasswordRevokesTheTokenThatIsJustBeingKept() throws Exception {
        TestAccount account = accounts.create();

        Future<Account> change = transactions.executeWrite(transaction -> {
            assertThat(tokens.issue(row(account), row(account).passwordHash())).isPresent();
            var waiting = threads.submit(() -> service.replaceCredentials(account.id(), account.email(), "another"));
            awaitWaitingStatement();
            return waiting;
        });

        assertThat(change.get().passwordHash()).isEqualTo("another");
        assertThat(query("SELECT count(*) FROM refresh_tokens WHERE user_id = " + account.id()))
                .isEqualTo(0L);
    }

    /** Or two that want each other's e-mail would wait for each other. */
    @Test
    void aChangeOfTheEmailHoldsNothingWhileItWaitsForALowerId() throws Exception {
        TestAccount lower = accounts.create();
        TestAccount higher = accounts.create();
        try (var connection = connection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT FROM accounts WHERE id = %d FOR UPDATE".formatted(lower.id()));
            var change = threads.submit(() -> post(higher, lower.email()));
            awaitWaitingStatement();
            statement.execute("SELECT FROM accounts WHERE id = %d FOR UPDATE NOWAIT".formatted(higher.id()));
            connection.commit();
            connection.setAutoCommit(true);

            assertThat(change.get()).isEqualTo(422);
        }
    }

    private int post(TestAccount account, String email) {
        return send("PUT", "/api/users", account.token(), credentials(email, "supersecret"))
                .status();
    }

    private Account row(TestAccount account) {
        return Objects.requireNonNull(rows.findByEmail(account.email()));
    }
}
