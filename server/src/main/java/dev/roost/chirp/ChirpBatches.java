package dev.roost.chirp;

import dev.roost.database.ArrayParameters;
import dev.roost.database.Locked;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Reads and writes any number of chirps by one statement. */
@Singleton
@Connectable
class ChirpBatches {

    private final JdbcOperations jdbc;

    ChirpBatches(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns those that there are, in any order. */
    List<Chirp> find(List<UUID> ids) {
        String sql = "SELECT " + ChirpRow.COLUMNS + " FROM chirps WHERE id = ANY(?)";
        return jdbc.prepareStatement(sql, statement -> {
            new ArrayParameters<>(statement, ids).set(1, "uuid", id -> id);
            try (var result = statement.executeQuery()) {
                return ChirpRow.readAll(result);
            }
        });
    }

    /** Returns the new chirps but for those whose account does not exist (any more), or is skipped. */
    List<Chirp> insert(List<ChirpCreation> creations, Locked locked) {
        String sql = """
                WITH owners AS (
                    SELECT uuid
                    FROM accounts
                    WHERE uuid = ANY(?)
                    FOR KEY SHARE %s
                )
                INSERT INTO chirps (id, user_id, body)
                SELECT id, uuid, body
                FROM unnest(?, ?, ?) WITH ORDINALITY AS creation (id, user_id, body, ordinal)
                    JOIN owners ON uuid = user_id
                ORDER BY ordinal
                RETURNING %s
                """.formatted(locked.sql(), ChirpRow.COLUMNS);
        return jdbc.prepareStatement(sql, statement -> {
            var values = new ArrayParameters<>(statement, creations);
            values.set(1, "uuid", creation -> creation.caller().uuid());
            values.set(2, "uuid", ChirpCreation::id);
            values.set(3, "uuid", creation -> creation.caller().uuid());
            values.set(4, "text", ChirpCreation::body);
            try (var result = statement.executeQuery()) {
                return ChirpRow.readAll(result);
            }
        });
    }
}
