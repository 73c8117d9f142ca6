package dev.roost.configuration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables that the service reads: which property each one sets, what it may be, and what it is when absent. */
enum Setting {
    /** {@code dev} is the only loose mode: an embedded database and a generated secret stand in for absent settings. */
    PLATFORM("roost.platform.name", "production", Format.text()),

    /** The TCP port of the service; 0 takes a free one. */
    PORT("micronaut.server.port", "8080", Format.wholeNumber(0, Format.MAX_PORT)),

    /** The TCP port of the metrics, apart from the public one; 0 takes a free one. Without it there are no metrics. */
    MANAGEMENT_PORT("endpoints.all.port", "", Format.port()) {
        @Override
        Map<String, String> toProperties(String value) {
            var properties = new HashMap<>(super.toProperties(value));
            if (!properties.isEmpty()) {
                properties.put("endpoints.prometheus.enabled", "true");
                properties.put("micronaut.metrics.enabled", "true");
            }
            return properties;
        }
    },

    /** The PostgreSQL that keeps everything. */
    DATABASE_URL("datasources.default.url", null, Format.text()) {
        @Override
        Map<String, String> toProperties(String value) {
            return DatabaseUrl.toDatasource(value);
        }
    },

    /** How many connections to PostgreSQL are kept open. */
    DATABASE_POOL_SIZE("datasources.default.maximum-pool-size", "10", Format.wholeNumber(1, 1_000)),

    /** How long a statement may take before PostgreSQL cancels it, in seconds. */
    DATABASE_STATEMENT_TIMEOUT_SEC("roost.database.statement-timeout", "5", Format.duration(1, 3_600, "s")),

    /** The key of the access tokens' HMAC SHA-256, at least 32 bytes (RFC 7518, section 3.2). */
    JWT_SECRET("roost.access-token.secret", null, Format.key(32, "replace-me-with-32-or-more-random-bytes")),

    /** How long an access token of {@code /api/v1/auth} is good, in hours. */
    JWT_EXPIRY_HOURS("roost.access-token.lifetime", "24", Format.duration(1, 8_760, "h")),

    /** What Polka's webhook calls authenticate with. */
    POLKA_KEY("roost.polka.key", null, Format.visibleAscii("replace-me")),

    /** The fewest characters a new password may have. */
    PASSWORD_MIN_LENGTH("roost.password.min-length", "8", Format.wholeNumber(1, 128)),

    /** What new passwords are hashed with: {@code bcrypt} or {@code argon2id}. */
    PASSWORD_HASH("roost.password.hash", "bcrypt", Format.oneOf("bcrypt", "argon2id")),

    /** The words that chirps do not show, with commas between them. */
    CHIRP_FILTERED_WORDS("roost.chirp.filtered-words", "kerfuffle,sharbert,fornax", Format.words()),

    /** How long a client may take to send a request, in seconds. */
    SERVER_READ_TIMEOUT_SEC("roost.http.read-timeout", "15", Format.duration(1, 3_600, "s")),

    /** How long an answer may take to be made, and each part of it to be taken by the client, in seconds. */
    SERVER_WRITE_TIMEOUT_SEC("roost.http.write-timeout", "30", Format.duration(1, 3_600, "s")),

    /** How long a connection may stay silent between two requests before it is closed, in seconds. */
    SERVER_IDLE_TIMEOUT_SEC("micronaut.server.idle-timeout", "60", Format.duration(1, 3_600, "s")),

    /** The origins whose pages may read the service's answers, with commas between them; without one, none may. */
    CORS_ALLOWED_ORIGINS("micronaut.server.cors.configurations.roost.allowed-origins", "", Format.origins()) {
        @Override
        Map<String, String> toProperties(String value) {
            var properties = new HashMap<>(super.toProperties(value));
            properties.put("micronaut.server.cors.enabled", String.valueOf(!properties.isEmpty()));
            return properties;
        }
    },

    /** The networks whose {@code X-Forwarded-For} is believed, with commas between them; none by default. */
    TRUSTED_PROXIES("roost.http.trusted-proxies", "", Format.networks()),

    /** How much an account, or else a client address, may ask in a minute; 0 is no limit. */
    RATE_LIMIT_PER_MINUTE("roost.rate-limit.requests-per-minute", "300000", Format.wholeNumber(0, 100_000_000)),

    /** How much that needs a password hash a client address may ask in a minute; 0 is no limit. */
    LOGIN_RATE_LIMIT_PER_MINUTE("roost.rate-limit.credentials-per-minute", "300", Format.wholeNumber(0, 100_000_000)),

    /** How many logins of one e-mail may fail, and how often it may be registered, in 15 minutes; 0 is no limit. */
    LOGIN_FAILURES_PER_EMAIL("roost.rate-limit.failures-per-email", "50", Format.wholeNumber(0, 100_000_000)),

    /** The Redis through which instances share the limits; without one, each has its own. */
    REDIS_URL("roost.rate-limit.redis-url", "", Format.redis()),

    /** The least level that is logged. Logback reads it before there are properties; see {@link LogSettings}. */
    LOG_LEVEL("roost.log.level", "info", Format.oneOf("error", "warn", "info", "debug")),

    /** How long the service goes on after it said that it is about to end, in seconds. */
    SHUTDOWN_DELAY_SEC("roost.shutdown.delay", "1", Format.duration(0, 60, "s")),

    /** The folder whose files are the site below {@code /app/}; without one, that is the packaged site. */
    WEB_FOLDER("roost.web.folder", "", Format.folder());

    private final String property;
    private final @Nullable String fallback;

    @SuppressWarnings("ImmutableEnumChecker") // A format is a function of its value alone.
    private final Format format;

    Setting(String property, @Nullable String fallback, Format format) {
        this.property = property;
        this.fallback = fallback;
        this.format = format;
    }

    /** Returns the variable's name, and the others under which it is also accepted. */
    List<String> names() {
        return this == DATABASE_URL ? List.of("DATABASE_URL", "DB_URL") : List.of(name());
    }

    /** Returns what it is when absent, or null where it has to be given. */
    @Nullable
    String fallback() {
        return fallback;
    }

    /** Returns the value that is given, or else the default, or null where there is neither. */
    @Nullable
    String valueIn(Map<String, String> variables) {
        for (String name : names()) {
            String value = variables.get(name);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return fallback;
    }

    /**
     * Returns the properties that a value sets: none for an empty one, which only a default can be.
     *
     * @throws IllegalArgumentException with what is wrong, as the end of a sentence that starts with the name
     */
    Map<String, String> toProperties(String value) {
        return value.isEmpty() ? Map.of() : Map.of(property, format.read(value));
    }
}
