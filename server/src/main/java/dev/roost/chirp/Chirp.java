package dev.roost.chirp;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code chirps}. Its place in the list is its instant and, within one instant, its position. */
@MappedEntity("chirps")
record Chirp(@Id UUID id, long position, UUID userId, String body, Instant createdAt, Instant updatedAt) {

    static final int MAX_LENGTH = 140;
}
