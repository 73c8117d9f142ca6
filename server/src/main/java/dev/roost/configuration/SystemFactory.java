package dev.roost.configuration;

import io.github.bucket4j.TimeMeter;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Hands out time and randomness, so that a test can put others in their place. */
@Factory
final class SystemFactory {

    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    TimeMeter timeMeter() {
        return TimeMeter.SYSTEM_NANOTIME;
    }

    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }
}
