package dev.roost.http.connection;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/**
 * How long a request may take.
 *
 * @param readTimeout how long a client may take to send one, and to begin its first
 * @param writeTimeout how long its answer may take to be made, and each part of that to be taken by the client
 */
@ConfigurationProperties("roost.http")
record TimeLimits(@NotNull Duration readTimeout, @NotNull Duration writeTimeout) {}
