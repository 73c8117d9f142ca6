package dev.roost.client;

import dev.roost.configuration.Settings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;

/** The real service on a real PostgreSQL with nothing in it, one for all tests of this JVM. */
public final class RoostServer {

    /** What Polka's calls authenticate with. */
    static final String POLKA_KEY = "a-key-of-the-tests";

    private static final EmbeddedServer SERVER = start();

    private RoostServer() {}

    /** Returns where the service is. */
    public static URI url() {
        return SERVER.getURI();
    }

    /** Returns a client that is not logged in. */
    public static RoostClient client() {
        return RoostClient.builder()
                .baseUrl(url())
                .listener(DocumentedExchanges::hold)
                .build();
    }

    /** Returns a client that is logged in as a new account. */
    public static RoostClient clientOfNewAccount() {
        RoostClient client = client();
        client.accounts().register(newEmail(), "correct horse battery");
        return client;
    }

    /** Returns an e-mail that no account has. */
    public static String newEmail() {
        return UUID.randomUUID() + "@example.com";
    }

    private static EmbeddedServer start() {
        try {
            Path folder = Path.of("target", "roost").toAbsolutePath();
            delete(folder);
            var settings = Settings.of(Map.of("PLATFORM", "dev", "PORT", "0", "POLKA_KEY", POLKA_KEY), folder);
            return ApplicationContext.builder()
                    .properties(settings.properties())
                    .run(EmbeddedServer.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
