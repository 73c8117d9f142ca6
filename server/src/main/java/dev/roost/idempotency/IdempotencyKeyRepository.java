package dev.roost.idempotency;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import org.jspecify.annotations.Nullable;

/** The table {@code idempotency_keys}. A key is good for a day from its first use. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface IdempotencyKeyRepository extends GenericRepository<KeptAnswer, Long> {

    /**
     * Holds an account's key to the end of the transaction, and the account, which whoever deletes it locks before what it
     * owns. Returns whether nobody else holds the key, or null where the account does not exist (any more).
     */
    @Query("""
            SELECT pg_try_advisory_xact_lock(hashtextextended(:key, id))
            FROM accounts
            WHERE id = :accountId
            FOR KEY SHARE
            """)
    @Nullable
    Boolean lock(long accountId, String key);

    @Query("""
            SELECT account_id, key, fingerprint, status, location, entity_tag, body
            FROM idempotency_keys
            WHERE account_id = :accountId AND key = :key AND created_at > now() - INTERVAL '24 hours'
            """)
    @Nullable
    KeptAnswer find(long accountId, String key);

    /** Keeps an answer, in the place of one that has expired. */
    @Query("""
            INSERT INTO idempotency_keys (account_id, key, fingerprint, status, location, entity_tag, body)
            VALUES (:accountId, :key, :fingerprint, :status, CAST(:location AS text), CAST(:entityTag AS text), :body)
            ON CONFLICT ON CONSTRAINT idempotency_keys_pkey DO UPDATE
            SET fingerprint = excluded.fingerprint, status = excluded.status, location = excluded.location,
                entity_tag = excluded.entity_tag, body = excluded.body, created_at = excluded.created_at
            RETURNING account_id, key, fingerprint, status, location, entity_tag, body
            """)
    KeptAnswer keep(
            long accountId,
            String key,
            String fingerprint,
            int status,
            @Nullable String location,
            @Nullable String entityTag,
            String body);

    /** Deletes two keys that have expired, whosesoever: called for each that is kept, it keeps the table small. */
    @Query("""
            DELETE FROM idempotency_keys
            WHERE (account_id, key) IN (
                SELECT account_id, key
                FROM idempotency_keys
                WHERE created_at <= now() - INTERVAL '24 hours'
                ORDER BY created_at
                LIMIT 2
                FOR UPDATE SKIP LOCKED)
            """)
    void deleteExpired();
}
