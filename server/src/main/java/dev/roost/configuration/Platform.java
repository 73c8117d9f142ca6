package dev.roost.configuration;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * Where the service runs.
 *
 * @param name the value of {@code PLATFORM}
 */
@ConfigurationProperties("roost.platform")
public record Platform(String name) {

    /** Tells whether this is {@code dev}, the only loose mode. */
    public boolean isDevelopment() {
        return name.equals("dev");
    }
}
