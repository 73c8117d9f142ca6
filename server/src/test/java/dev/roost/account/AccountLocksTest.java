package dev.roost.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.account.TestAccounts.TestAccount;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

    @Test
    void aLoginFindsThePasswordThatIsJustBeingChanged() throws SQLException {
        Account account = row(accounts.create());

        Optional<String> token = whileLocked(
                "UPDATE accounts SET password_hash = 'another' WHERE id = " + account.id(),
                () -> tokens.issue(account, account.passwordHash()),
                () -> {});

        assertThat(token).isEmpty();
    }

    @Test
    void aChangeOfThePasswordRevokesTheTokenThatIsJustBeingKept() {
        TestAccount account = accounts.create();

        CompletableFuture<Account> change = transactions.executeWrite(transaction -> {
            assertThat(tokens.issue(row(account), row(account).passwordHash())).isPresent();
            var waiting = CompletableFuture.supplyAsync(
                    () -> service.replaceCredentials(account.id(), account.email(), "another"));
            awaitWaitingStatement();
            return waiting;
        });

        assertThat(change.join().passwordHash()).isEqualTo("another");
        assertThat(query("SELECT count(*) FROM refresh_tokens WHERE user_id = " + account.id()))
                .isEqualTo(0L);
    }

    /** Or two that want each other's e-mail would wait for each other. */
    @Test
    void aChangeOfTheEmailHoldsNothingWhileItWaitsForALowerId() throws SQLException {
        TestAccount lower = accounts.create();
        TestAccount higher = accounts.create();

        int status = whileLocked(
                "SELECT FROM accounts WHERE id = %d FOR UPDATE".formatted(lower.id()),
                () -> post(higher, lower.email()),
                () -> execute("SELECT FROM accounts WHERE id = %d FOR UPDATE NOWAIT".formatted(higher.id())));

        assertThat(status).isEqualTo(422);
    }

    private int post(TestAccount account, String email) {
        return send("PUT", "/api/users", account.token(), credentials(email, "supersecret"))
                .status();
    }

    private Account row(TestAccount account) {
        return Objects.requireNonNull(rows.findByEmail(account.email()));
    }
}
