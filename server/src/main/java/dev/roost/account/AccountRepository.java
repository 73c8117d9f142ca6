package dev.roost.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import org.jspecify.annotations.Nullable;

/** The table {@code accounts}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AccountRepository extends GenericRepository<Account, Long> {

    /** Returns the new account, or null where the e-mail is taken: the unique index decides. */
    @Query("""
            INSERT INTO accounts (email, password_hash)
            VALUES (:email, :passwordHash)
            ON CONFLICT (email) DO NOTHING
            RETURNING id, uuid, email, password_hash, role, created_at
            """)
    @Nullable
    Account insert(String email, String passwordHash);

    /** Returns the account of an e-mail in lower case, or null where there is none. */
    @Query("""
            SELECT id, uuid, email, password_hash, role, created_at
            FROM accounts
            WHERE email = :email
            """)
    @Nullable
    Account findByEmail(String email);

    @Query("""
            SELECT EXISTS (SELECT FROM accounts WHERE id = :id)
            """)
    boolean exists(long id);

    /** Deletes all accounts, and with them what they own. */
    @Query("""
            DELETE FROM accounts
            """)
    void deleteAll();
}
