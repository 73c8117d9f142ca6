package dev.roost.idempotency;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A row of {@code idempotency_keys}. The fingerprint tells what was asked; the rest is what was answered. */
@MappedEntity("idempotency_keys")
record KeptAnswer(
        @Id long accountId,
        @Id String key,
        String fingerprint,
        int status,
        @Nullable String location,
        @Nullable String entityTag,
        String body) {}
