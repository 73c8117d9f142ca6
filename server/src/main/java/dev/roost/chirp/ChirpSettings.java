package dev.roost.chirp;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * What chirps may not say.
 *
 * @param filteredWords the words that are not shown, in any case
 */
@ConfigurationProperties("roost.chirp")
record ChirpSettings(@NotNull List<String> filteredWords) {}
