package dev.roost.account;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code accounts}. It has two ids: the products door shows the number, Chirpy's the UUID. */
@MappedEntity("accounts")
record Account(
        @Id long id,
        UUID uuid,
        String email,
        String passwordHash,
        String role,
        @MappedProperty("is_chirpy_red") boolean chirpyRed,
        Instant createdAt,
        Instant updatedAt) {

    @Override
    public String toString() {
        return "Account[id=%d]".formatted(id);
    }
}
