package dev.roost.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ServiceProcess;
import dev.roost.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service as its launcher starts it. */
class LauncherIT {

    private static final Path LAUNCHER =
            Path.of(System.getProperty("roost.jar")).resolveSibling("roost").toAbsolutePath();

    @TempDir
    private Path folder;

    /** With {@code AOTMode=on}, Java does not start without a cache that fits. */
    @Test
    void startsFromTheCacheThatTheBuildHasMade() throws Exception {
        try (var service = start(LAUNCHER, "-XX:AOTMode=on")) {
            service.awaitOutput("Swagger UI: (\\S+)");
        }
    }

    @Test
    void letsTheServiceEndAsItShould() throws Exception {
        try (var service = start(LAUNCHER, "")) {
            service.awaitOutput("Swagger UI: (\\S+)");

            service.terminate();

            assertThat(service.awaitEnd()).isZero();
        }
    }

    @Test
    void findsWhatItStartsBehindALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), LAUNCHER);

        try (var service = start(link, "-XX:AOTMode=on")) {
            service.awaitOutput("Swagger UI: (\\S+)");
        }
    }

    /** With its files' times: the cache is good for those alone. */
    @Test
    void startsWhereItIsMovedTo() throws Exception {
        Path target = LAUNCHER.resolveSibling(".");
        Path moved = Files.createDirectories(folder.resolve("a folder/lib")).getParent();
        try (Stream<Path> files = Files.find(target, 2, (path, attributes) -> isPackaged(target.relativize(path)))) {
            for (Path file : files.toList()) {
                Files.copy(file, moved.resolve(target.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }

        try (var service = start(moved.resolve("roost"), "-XX:AOTMode=on")) {
            service.awaitOutput("Swagger UI: (\\S+)");
        }
    }

    private static boolean isPackaged(Path file) {
        return file.toString().matches("lib/.+|roost|roost\\.aot|jvm\\.options|server-[^/]*\\.jar");
    }

    @Test
    void takesAnotherCollector() throws Exception {
        try (var service = start(LAUNCHER, "-XX:-UseSerialGC -XX:+UseG1GC -Xlog:gc:stdout")) {
            assertThat(service.awaitOutput("Using (G1)")).isEqualTo("G1");
            service.awaitOutput("Swagger UI: (\\S+)");
        }
    }

    @Test
    void takesFlagsThatWin() throws Exception {
        try (var service = start(LAUNCHER, "-Xmx96m -Xlog:gc+init")) {
            assertThat(service.awaitOutput("Heap Max Capacity: (\\S+)")).isEqualTo("96M");
        }
    }

    private ServiceProcess start(Path launcher, String flags) throws Exception {
        return ServiceProcess.ofLauncher(
                launcher,
                folder,
                Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS",
                        flags,
                        "PORT",
                        "0",
                        "DATABASE_URL",
                        TestDatabase.create(),
                        "JWT_SECRET",
                        "marked-secret-of-thirty-two-bytes",
                        "POLKA_KEY",
                        "marked-key"));
    }
}
