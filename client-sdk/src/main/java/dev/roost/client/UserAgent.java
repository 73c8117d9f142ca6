package dev.roost.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** How this client names itself: its version, Java's, and the application's. */
final class UserAgent {

    private UserAgent() {}

    /** Returns the header's value, such as {@code roost-java/1.0.0 (Java 17) shop/2.1}. */
    static String of(@Nullable String application) {
        String client =
                "roost-java/%s (Java %d)".formatted(version(), Runtime.version().feature());
        return application == null ? client : client + " " + application;
    }

    private static String version() {
        var properties = new Properties();
        try (InputStream file = UserAgent.class.getResourceAsStream("version.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
