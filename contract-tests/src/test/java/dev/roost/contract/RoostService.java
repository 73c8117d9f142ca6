package dev.roost.contract;

import dev.roost.configuration.Settings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** The real service on a real PostgreSQL, one for all tests of this JVM. */
final class RoostService {

    private static final EmbeddedServer SERVER = ApplicationContext.builder()
            .properties(Settings.of(
                            Map.of("PLATFORM", "dev", "PORT", "0"),
                            Path.of("target", "roost").toAbsolutePath())
                    .properties())
            .run(EmbeddedServer.class);

    private RoostService() {}

    static URI url() {
        return SERVER.getURI();
    }
}
