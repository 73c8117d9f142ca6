package dev.roost.configuration;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The variables that the service reads: which property each one sets, what it may be, and what it is when absent. */
enum Setting {
    /** {@code dev} is the only loose mode: an embedded database and a generated secret stand in for absent settings. */
    PLATFORM("roost.platform.name", "production"),

    /** The TCP port of the service; 0 takes a free one. */
    PORT("micronaut.server.port", "8080") {
        @Override
        Map<String, String> toProperties(String value) {
            return property(wholeNumber(value, 0, 65_535));
        }
    },

    /** The PostgreSQL that keeps everything. */
    DATABASE_URL("datasources.default.url", null) {
        @Override
        Map<String, String> toProperties(String value) {
            return DatabaseUrl.toDatasource(value);
        }
    },

    /** The key of the access tokens' HMAC SHA-256, at least 32 bytes (RFC 7518, section 3.2). */
    JWT_SECRET("roost.access-token.secret", null) {
        @Override
        Map<String, String> toProperties(String value) {
            if (value.getBytes(StandardCharsets.UTF_8).length < 32) {
                throw new IllegalArgumentException("has fewer than 32 bytes");
            }
            return property(noSample(value, "replace-me-with-32-or-more-random-bytes"));
        }
    },

    /** How long an access token of {@code /api/v1/auth} is good, in hours. */
    JWT_EXPIRY_HOURS("roost.access-token.lifetime", "24") {
        @Override
        Map<String, String> toProperties(String value) {
            return property(wholeNumber(value, 1, 8_760) + "h");
        }
    },

    /** What Polka's webhook calls authenticate with. */
    POLKA_KEY("roost.polka.key", null) {
        @Override
        Map<String, String> toProperties(String value) {
            if (!value.matches("[!-~]+")) {
                throw new IllegalArgumentException("holds a space, or a character that is not ASCII");
            }
            return property(noSample(value, "replace-me"));
        }
    },

    /** The fewest characters a new password may have. */
    PASSWORD_MIN_LENGTH("roost.password.min-length", "8") {
        @Override
        Map<String, String> toProperties(String value) {
            return property(wholeNumber(value, 1, 128));
        }
    },

    /** What new passwords are hashed with: {@code bcrypt} or {@code argon2id}. */
    PASSWORD_HASH("roost.password.hash", "bcrypt") {
        @Override
        Map<String, String> toProperties(String value) {
            if (!value.matches("bcrypt|argon2id")) {
                throw new IllegalArgumentException("is neither bcrypt nor argon2id");
            }
            return property(value);
        }
    },

    /** The words that chirps do not show, with commas between them. */
    CHIRP_FILTERED_WORDS("roost.chirp.filtered-words", "kerfuffle,sharbert,fornax") {
        @Override
        Map<String, String> toProperties(String value) {
            return property(words(value));
        }
    },

    /** How long a connection may stay silent before it is closed, in seconds. */
    SERVER_READ_TIMEOUT_SEC("micronaut.server.idle-timeout", "60") {
        @Override
        Map<String, String> toProperties(String value) {
            return property(wholeNumber(value, 1, 3_600) + "s");
        }
    },

    /** The folder whose files are the site below {@code /app/}; without one, that is the packaged site. */
    WEB_FOLDER("roost.web.folder", "") {
        @Override
        Map<String, String> toProperties(String value) {
            if (value.isEmpty()) {
                return Map.of();
            }
            Path folder = Path.of(value);
            if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
                throw new IllegalArgumentException("is not a folder that can be read");
            }
            return property(value);
        }
    };

    private final String property;
    private final @Nullable String fallback;

    Setting(String property, @Nullable String fallback) {
        this.property = property;
        this.fallback = fallback;
    }

    /** Returns the variable's name, and the others under which it is also accepted. */
    List<String> names() {
        return this == DATABASE_URL ? List.of("DATABASE_URL", "DB_URL") : List.of(name());
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
     * Returns the properties that a value sets.
     *
     * @throws IllegalArgumentException with what is wrong, as the end of a sentence that starts with the name
     */
    Map<String, String> toProperties(String value) {
        return property(value);
    }

    Map<String, String> property(String value) {
        return Map.of(property, value);
    }

    private static String noSample(String value, String sample) {
        if (value.equals(sample)) {
            throw new IllegalArgumentException("is the sample of .env.example");
        }
        return value;
    }

    private static String wholeNumber(String value, int min, int max) {
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < min || Integer.parseInt(value) > max) {
            throw new IllegalArgumentException("is not a whole number from %d to %d".formatted(min, max));
        }
        return value;
    }

    private static String words(String value) {
        List<String> words = Stream.of(value.split(",", -1)).map(String::strip).toList();
        if (words.stream().anyMatch(word -> word.isEmpty() || word.contains(" "))) {
            throw new IllegalArgumentException("is not a list of single words with commas between them");
        }
        return String.join(",", words);
    }
}
