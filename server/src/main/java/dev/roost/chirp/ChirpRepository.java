package dev.roost.chirp;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code chirps}. An author's chirps have queries of their own: one for both, with an author that may be null,
 * would read past everybody's once PostgreSQL plans it for any author.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ChirpRepository extends GenericRepository<Chirp, UUID> {

    @Query("""
            SELECT id, position, user_id, body, created_at, updated_at
            FROM chirps
            WHERE id = :id
            """)
    @Nullable
    Chirp find(UUID id);

    /** Returns what follows a place, oldest first. */
    @Query("""
            SELECT id, position, user_id, body, created_at, updated_at
            FROM chirps
            WHERE (created_at, position) > (:at, :position)
            ORDER BY created_at, position
            LIMIT :limit
            """)
    List<Chirp> findAfter(Instant at, long position, int limit);

    /** Returns what precedes a place, newest first. */
    @Query("""
            SELECT id, position, user_id, body, created_at, updated_at
            FROM chirps
            WHERE (created_at, position) < (:at, :position)
            ORDER BY created_at DESC, position DESC
            LIMIT :limit
            """)
    List<Chirp> findBefore(Instant at, long position, int limit);

    /** Returns what of an author's follows a place, oldest first. */
    @Query("""
            SELECT id, position, user_id, body, created_at, updated_at
            FROM chirps
            WHERE user_id = :userId AND (created_at, position) > (:at, :position)
            ORDER BY created_at, position
            LIMIT :limit
            """)
    List<Chirp> findByAuthorAfter(UUID userId, Instant at, long position, int limit);

    /** Returns what of an author's precedes a place, newest first. */
    @Query("""
            SELECT id, position, user_id, body, created_at, updated_at
            FROM chirps
            WHERE user_id = :userId AND (created_at, position) < (:at, :position)
            ORDER BY created_at DESC, position DESC
            LIMIT :limit
            """)
    List<Chirp> findByAuthorBefore(UUID userId, Instant at, long position, int limit);

    /** Returns 1, or 0 where the account owns no chirp of that id. */
    @Query("""
            DELETE FROM chirps
            WHERE id = :id AND user_id = :userId
            """)
    int delete(UUID id, UUID userId);
}
