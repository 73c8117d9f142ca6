package dev.roost;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * How the service ends.
 *
 * @param delay how long it goes on after it said so
 */
@ConfigurationProperties("roost.shutdown")
record ShutdownSettings(Duration delay) {}
