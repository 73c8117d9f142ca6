package dev.roost.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code refresh_tokens}. What it finds are accounts: a token is asked for nothing but whose it is. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RefreshTokenRepository extends GenericRepository<Account, Long> {

    /**
     * Keeps a token for an account whose password is still the one of this hash. Returns 1, or 0 where it is not. The
     * lock makes a change of the password wait, which then finds the new token and deletes it.
     */
    @Query("""
            INSERT INTO refresh_tokens (digest, user_id, expires_at)
            SELECT :digest, id, now() + make_interval(days => :days)
            FROM accounts
            WHERE id = :userId AND password_hash = :passwordHash
            FOR SHARE
            """)
    int insert(byte[] digest, long userId, String passwordHash, int days);

    /** Returns whose token this is, or null where there is none or it is expired. */
    @Query("""
            SELECT a.id, a.uuid, a.email, a.password_hash, a.role, a.is_chirpy_red, a.created_at, a.updated_at
            FROM refresh_tokens t
            JOIN accounts a ON a.id = t.user_id
            WHERE t.digest = :digest AND t.expires_at > now()
            """)
    @Nullable
    Account findAccount(byte[] digest);

    /** Returns the UUID of the account whose token this was, or null where there is none. */
    @Query("""
            DELETE FROM refresh_tokens t
            USING accounts a
            WHERE t.digest = :digest AND a.id = t.user_id
            RETURNING a.uuid
            """)
    @Nullable
    UUID delete(byte[] digest);

    @Query("""
            DELETE FROM refresh_tokens
            WHERE user_id = :userId
            """)
    void deleteAll(long userId);

    @Query("""
            DELETE FROM refresh_tokens
            WHERE user_id = :userId AND expires_at <= now()
            """)
    void deleteExpired(long userId);
}
