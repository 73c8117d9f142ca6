package dev.roost.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Map<String, String> COMPLETE = Map.of(
            "DATABASE_URL", "postgres://roost:p%40ss:word@db.example.com:6543/shop?sslmode=require",
            "JWT_SECRET", "0123456789abcdef0123456789abcdef",
            "POLKA_KEY", "a-key");

    @TempDir
    private Path directory;

    @Test
    void turnsVariablesIntoMicronautsProperties() {
        assertThat(Settings.of(COMPLETE, directory).properties())
                .containsEntry("micronaut.server.port", "8080")
                .containsEntry("datasources.default.url", "jdbc:postgresql://db.example.com:6543/shop?sslmode=require")
                .containsEntry("datasources.default.username", "roost")
                .containsEntry("datasources.default.password", "p@ss:word")
                .containsEntry("roost.access-token.secret", "0123456789abcdef0123456789abcdef")
                .containsEntry("roost.access-token.lifetime", "24h")
                .containsEntry("roost.password.min-length", "8")
                .containsEntry("roost.rate-limit.requests-per-minute", "300000")
                .doesNotContainKey("roost.rate-limit.redis-url")
                .containsEntry("roost.chirp.filtered-words", "kerfuffle,sharbert,fornax");
    }

    @Test
    void ignoresTheSpacesAroundWords() {
        assertThat(with("CHIRP_FILTERED_WORDS", " Foo , bar\t,baz ").properties())
                .containsEntry("roost.chirp.filtered-words", "Foo,bar,baz");
    }

    @Test
    void takesAnAddressForANetworkOfOne() {
        assertThat(with("TRUSTED_PROXIES", " 10.0.0.0/8, 192.0.2.7,::1").properties())
                .containsEntry("roost.http.trusted-proxies", "10.0.0.0/8,192.0.2.7/32,::1/128");
    }

    @Test
    void allowsNoOtherOriginUnlessOneIsGiven() {
        assertThat(Settings.of(COMPLETE, directory).properties())
                .containsEntry("micronaut.server.cors.enabled", "false");
        assertThat(with("CORS_ALLOWED_ORIGINS", "https://a.example , http://localhost:3000")
                        .properties())
                .containsEntry("micronaut.server.cors.enabled", "true")
                .containsEntry(
                        "micronaut.server.cors.configurations.roost.allowed-origins",
                        "https://a.example,http://localhost:3000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/shop?user=roost&password=p@ss",
                "jdbc:postgresql://a:5432,b/shop",
                "jdbc:postgresql://[2001:db8::1]/shop",
                "jdbc:postgresql:shop"
            })
    void takesAJdbcUrlAsItIs(String url) {
        assertThat(with("DATABASE_URL", url).properties())
                .containsEntry("datasources.default.url", url)
                .doesNotContainKey("datasources.default.username");
    }

    @Test
    void takesTheDatabaseUnderItsOtherName() {
        var variables = new HashMap<>(COMPLETE);
        variables.remove("DATABASE_URL");
        variables.put("DB_URL", "postgresql://localhost/shop");

        assertThat(Settings.of(variables, directory).properties())
                .containsEntry("datasources.default.url", "jdbc:postgresql://localhost/shop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://localhost",
                "redis://localhost:6379",
                "redis://redis.example.com:6379/3",
                "rediss://roost:p%40ss@10.0.0.7:6380/0",
                "redis://:secret@[2001:db8::1]:6379"
            })
    void takesARedisAddressAsItIs(String url) {
        assertThat(with("REDIS_URL", url).properties()).containsEntry("roost.rate-limit.redis-url", url);
    }

    @Test
    void needsNoWebFolderButTakesOne() {
        assertThat(Settings.of(COMPLETE, directory).properties()).doesNotContainKey("roost.web.folder");
        assertThat(with("WEB_FOLDER", directory.toString()).properties())
                .containsEntry("roost.web.folder", directory.toString());
    }

    @Test
    void hasNoMetricsWithoutAPortForThem() {
        assertThat(Settings.of(COMPLETE, directory).properties())
                .doesNotContainKeys("endpoints.all.port", "endpoints.prometheus.enabled", "micronaut.metrics.enabled");
        assertThat(with("MANAGEMENT_PORT", "9090").properties())
                .containsEntry("endpoints.all.port", "9090")
                .containsEntry("endpoints.prometheus.enabled", "true")
                .containsEntry("micronaut.metrics.enabled", "true");
    }

    @Test
    void findsAFreePortForTheMetrics() {
        assertThat((String) with("MANAGEMENT_PORT", "0").properties().get("endpoints.all.port"))
                .satisfies(port -> assertThat(Integer.parseInt(port)).isBetween(10_000, 32_767));
    }

    @Test
    void namesEveryMissingSettingAtOnce() {
        assertThatThrownBy(() -> Settings.of(Map.of("JWT_SECRET", " "), directory))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage("Roost cannot start: DATABASE_URL is missing; JWT_SECRET is missing; POLKA_KEY is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PORT|http|is not a whole number from 0 to 65535",
                "PORT|65536|is not a whole number from 0 to 65535",
                "PORT|-1|is not a whole number from 0 to 65535",
                "MANAGEMENT_PORT|none|is not a whole number from 0 to 65535",
                "MANAGEMENT_PORT|8080|is the same as PORT",
                "MANAGEMENT_PORT|08080|is the same as PORT",
                "JWT_SECRET|0123456789abcdef0123456789abcde|has fewer than 32 bytes",
                "JWT_SECRET|replace-me-with-32-or-more-random-bytes|is the sample of .env.example",
                "JWT_EXPIRY_HOURS|0|is not a whole number from 1 to 8760",
                "PASSWORD_MIN_LENGTH|129|is not a whole number from 1 to 128",
                "PASSWORD_HASH|md5|is not one of bcrypt, argon2id",
                "POLKA_KEY|schlüssel|holds a space, or a character that is not ASCII",
                "POLKA_KEY|a key|holds a space, or a character that is not ASCII",
                "POLKA_KEY|a${b}|holds ${, which no setting can",
                "JWT_SECRET|0123456789abcdef0123456789abcd${ef}|holds ${, which no setting can",
                "DATABASE_URL|postgres://roost:a$%7Bb%7D@localhost/shop|holds ${, which no setting can",
                "DATABASE_URL|postgres://u:p@localhost:70000/shop|has a port that is not a whole number from 1 to 65535",
                "DATABASE_URL|postgres://u:p@localhost:0/shop|has a port that is not a whole number from 1 to 65535",
                "DATABASE_URL|jdbc:postgresql://a:5432,b:none/shop|has a port that is not a whole number from 1",
                "DATABASE_URL|jdbc:postgresql://a:5432,b:99999/shop|has a port that is not a whole number from 1",
                "DATABASE_URL|jdbc:postgresql://localhost?password=secret|is not a PostgreSQL address such as",
                "TRUSTED_PROXIES|10.0.0.0/8,proxy|is not a list of IP addresses and networks with commas between them",
                "TRUSTED_PROXIES|10.0.0.0/33|holds a network with a prefix of more than 32 bits",
                "POLKA_KEY|replace-me|is the sample of .env.example",
                "CHIRP_FILTERED_WORDS|foo,bar baz|is not a list of single words with commas between them",
                "CHIRP_FILTERED_WORDS|foo,,bar|is not a list of single words with commas between them",
                "CHIRP_FILTERED_WORDS|,|is not a list of single words with commas between them",
                "SERVER_READ_TIMEOUT_SEC|1.5|is not a whole number from 1 to 3600",
                "SERVER_WRITE_TIMEOUT_SEC|0|is not a whole number from 1 to 3600",
                "SERVER_IDLE_TIMEOUT_SEC|3601|is not a whole number from 1 to 3600",
                "CORS_ALLOWED_ORIGINS|*|is not a list of origins such as",
                "CORS_ALLOWED_ORIGINS|https://*.example.com|is not a list of origins such as",
                "CORS_ALLOWED_ORIGINS|https://www.example.com/|is not a list of origins such as",
                "CORS_ALLOWED_ORIGINS|https://www.example.com/shop|is not a list of origins such as",
                "CORS_ALLOWED_ORIGINS|https://www.example.com,|is not a list of origins such as",
                "CORS_ALLOWED_ORIGINS|https://WWW.example.com|is not a list of origins such as",
                "CORS_ALLOWED_ORIGINS|www.example.com|is not a list of origins such as",
                "CORS_ALLOWED_ORIGINS|null|is not a list of origins such as",
                "CORS_ALLOWED_ORIGINS|https://a b|is not a list of origins such as",
                "WEB_FOLDER|/nowhere/at/all|is not a folder that can be read",
                "WEB_FOLDER|pom.xml|is not a folder that can be read",
                "RATE_LIMIT_PER_MINUTE|-1|is not a whole number from 0 to 100000000",
                "LOGIN_RATE_LIMIT_PER_MINUTE|many|is not a whole number from 0 to 100000000",
                "LOGIN_FAILURES_PER_EMAIL|1e9|is not a whole number from 0 to 100000000",
                "REDIS_URL|localhost:6379|is not a Redis address such as",
                "REDIS_URL|http://localhost:6379|is not a Redis address such as",
                "REDIS_URL|redis://|is not a Redis address such as",
                "REDIS_URL|redis://localhost:port|is not a Redis address such as",
                "REDIS_URL|redis://localhost:65536|is not a Redis address such as",
                "REDIS_URL|redis://localhost/orders|is not a Redis address such as",
                "REDIS_URL|redis://:p@ss@localhost|is not a Redis address such as",
                "REDIS_URL|redis://:a%zz@localhost|is not a Redis address such as",
                "DATABASE_URL|mysql://localhost/shop|is not a PostgreSQL address such as",
                "DATABASE_URL|postgres://localhost|is not a PostgreSQL address such as",
                "DATABASE_URL|postgres://postgres:12345/secret@localhost/shop|is not a PostgreSQL address such as",
                "DATABASE_URL|postgres://postgres:p@ss/w0rd@localhost/shop|is not a PostgreSQL address such as",
                "DATABASE_URL|jdbc:postgresql://postgres:secret@localhost/shop|is not a PostgreSQL address such as",
                "DATABASE_URL|postgres://a b|is not a PostgreSQL address such as"
            })
    void tellsWhatIsWrongWithASetting(String name, String value, String fault) {
        assertThatThrownBy(() -> with(name, value)).hasMessageContaining(name + " " + fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT_SECRET", "DATABASE_URL", "REDIS_URL"})
    void doesNotRepeatASecret(String name) {
        Throwable refusal = catchThrowable(() -> with(name, "postgres:hunter2"));

        assertThat(refusal).hasNoCause();
        assertThat(refusal.getMessage()).doesNotContain("hunter2");
    }

    @Test
    void makesSecretsForDevelopmentAndKeepsThem() {
        var development = Map.of("PLATFORM", "dev", "DATABASE_URL", "postgres://localhost/shop");

        var first = Settings.of(development, directory).properties();
        var second = Settings.of(development, directory).properties();

        assertThat((String) first.get("roost.access-token.secret")).hasSize(64);
        assertThat(second).isEqualTo(first);
        assertThat(directory.resolve(".roost/JWT_SECRET"))
                .satisfies(file -> assertThat(Files.getPosixFilePermissions(file))
                        .containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    }

    private Settings with(String name, String value) {
        var variables = new HashMap<>(COMPLETE);
        variables.put(name, value);
        return Settings.of(variables, directory);
    }
}
