package dev.roost.account;

import dev.roost.TestSql;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes accounts for tests, without the time that a password hash takes. */
@Singleton
public final class TestAccounts {

    private final AccountRepository accounts;
    private final AccessTokens tokens;
    private final RefreshTokens refreshTokens;
    private final TestSql sql;

    TestAccounts(AccountRepository accounts, AccessTokens tokens, RefreshTokens refreshTokens, TestSql sql) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.refreshTokens = refreshTokens;
        this.sql = sql;
    }

    /** Returns a new account that no password opens. */
    public TestAccount create() {
        return create(Duration.ofHours(1));
    }

    /** Deletes an account with all that it owns. */
    public void delete(TestAccount account) {
        sql.execute("DELETE FROM accounts WHERE id = " + account.id());
    }

    /** Tells whether an account is a member of Chirpy Red. */
    public boolean isChirpyRed(TestAccount account) {
        return row(account).chirpyRed();
    }

    /** Returns when an account was last changed. */
    public Instant updatedAt(TestAccount account) {
        return row(account).updatedAt();
    }

    /** Returns what the database keeps of the password of an e-mail's account. */
    String hashOf(String email) {
        return Objects.requireNonNull(accounts.findByEmail(email)).passwordHash();
    }

    private Account row(TestAccount account) {
        return Objects.requireNonNull(accounts.findByEmail(account.email()));
    }

    /** Returns a token of a new account, or null for nobody's. */
    public @Nullable String tokenOf(TestCaller caller) {
        return switch (caller) {
            case NOBODY -> null;
            case EXPIRED -> create(Duration.ofSeconds(-1)).token();
            case DELETED -> {
                TestAccount account = create();
                delete(account);
                yield account.token();
            }
            case ADMIN -> {
                TestAccount account = create();
                sql.execute("UPDATE accounts SET role = 'admin' WHERE id = " + account.id());
                yield tokens.issue(row(account), Duration.ofHours(1));
            }
            case ANOTHER, OWNER -> create().token();
        };
    }

    /** Returns a refresh token of a new account, or null for nobody's. */
    public @Nullable String refreshTokenOf(TestCaller caller) {
        if (caller == TestCaller.NOBODY) {
            return null;
        }
        Account account = row(create());
        String token = refreshTokens.issue(account, account.passwordHash()).orElseThrow();
        if (caller == TestCaller.EXPIRED) {
            sql.execute("UPDATE refresh_tokens SET expires_at = now() WHERE user_id = " + account.id());
        } else if (caller == TestCaller.DELETED) {
            sql.execute("DELETE FROM accounts WHERE id = " + account.id());
        }
        return token;
    }

    private TestAccount create(Duration lifetime) {
        String email = UUID.randomUUID() + "@example.com";
        Account account = Objects.requireNonNull(accounts.insert(email, "no hash"));
        return new TestAccount(account.id(), account.uuid(), email, tokens.issue(account, lifetime));
    }

    /** Who may knock. */
    public enum TestCaller {
        NOBODY,
        EXPIRED,
        DELETED,
        ANOTHER,
        ADMIN,
        OWNER
    }

    /** An account and an access token of it. */
    public record TestAccount(long id, UUID uuid, String email, String token) {}
}
