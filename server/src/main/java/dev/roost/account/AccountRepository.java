package dev.roost.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code accounts}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AccountRepository extends GenericRepository<Account, Long> {

    /** Returns the new account, or null where the e-mail is taken: the unique index decides. */
    @Query("""
            INSERT INTO accounts (email, password_hash)
            VALUES (:email, :passwordHash)
            ON CONFLICT (email) DO NOTHING
            RETURNING id, uuid, email, password_hash, role, is_chirpy_red, created_at, updated_at
            """)
    @Nullable
    Account insert(String email, String passwordHash);

    /** Returns the account of an e-mail in lower case, or null where there is none. */
    @Query("""
            SELECT id, uuid, email, password_hash, role, is_chirpy_red, created_at, updated_at
            FROM accounts
            WHERE email = :email
            """)
    @Nullable
    Account findByEmail(String email);

    @Query("""
            SELECT EXISTS (SELECT FROM accounts WHERE id = :id)
            """)
    boolean exists(long id);

    /**
     * Locks an account, and the one that has the e-mail it wants. The lower id is first, so that two accounts that want
     * each other's cannot wait for each other.
     */
    @Query("""
            SELECT id
            FROM accounts
            WHERE id = :id OR email = :email
            ORDER BY id
            FOR UPDATE
            """)
    List<Long> lock(long id, String email);

    /** Returns the changed account, or null where there is none. The unique index refuses an e-mail that is taken. */
    @Query("""
            UPDATE accounts
            SET email = :email, password_hash = :passwordHash, updated_at = clock_timestamp()
            WHERE id = :id
            RETURNING id, uuid, email, password_hash, role, is_chirpy_red, created_at, updated_at
            """)
    @Nullable
    Account updateCredentials(long id, String email, String passwordHash);

    /** Puts a new hash of the same password in the old one's place, where that still is. */
    @Query("""
            UPDATE accounts
            SET password_hash = :newHash
            WHERE id = :id AND password_hash = :oldHash
            """)
    void replaceHash(long id, String oldHash, String newHash);

    /** Returns 1, or 0 where there is no such account. Only the first upgrade is a change. */
    @Query("""
            UPDATE accounts
            SET is_chirpy_red = true,
                updated_at = CASE WHEN is_chirpy_red THEN updated_at ELSE clock_timestamp() END
            WHERE uuid = :uuid
            """)
    int upgradeToChirpyRed(UUID uuid);

    /** Deletes all accounts, and with them what they own. */
    @Query("""
            DELETE FROM accounts
            """)
    void deleteAll();
}
