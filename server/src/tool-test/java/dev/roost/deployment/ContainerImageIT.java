package dev.roost.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What Jib makes, held to the Dockerfile: two ways to one image. The test's has no base image, which Jib would fetch. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainerImageIT {

    private final JsonMapper json = JsonMapper.createDefault();

    private Path image;
    private JsonNode config;
    private Dockerfile dockerfile;

    @BeforeAll
    void unpack(@TempDir Path directory) throws Exception {
        image = directory;
        run("tar", "-xf", Path.of("target/jib-image.tar").toAbsolutePath().toString());
        config = read("config.json").get("config");
        dockerfile = Dockerfile.read();
    }

    @Test
    void startsAsTheDockerfileSays() throws IOException {
        assertThat(texts(config.get("Entrypoint"))).isEqualTo(dockerfile.entrypoint());
        assertThat(config.get("User").getStringValue()).isEqualTo(dockerfile.only("USER"));
        assertThat(config.get("WorkingDir").getStringValue()).isEqualTo(dockerfile.only("WORKDIR"));
        assertThat(config.get("ExposedPorts").get(dockerfile.only("EXPOSE") + "/tcp"))
                .isNotNull();
        assertThat(config.get("ExposedPorts").size()).isEqualTo(1);
        assertThat(texts(config.get("Env"))).containsExactlyInAnyOrderElementsOf(pairs(dockerfile.assignments("ENV")));
        assertThat(config.get("Labels").getValue()).isEqualTo(dockerfile.assignments("LABEL"));
    }

    @Test
    void hasLayersOfTheirOwnForLibrariesAndService() throws Exception {
        var layers = new ArrayList<String>();
        for (String layer : texts(read("manifest.json").get(0).get("Layers"))) {
            layers.add(run("tar", "-tzf", layer)
                    .lines()
                    .filter(file -> file.endsWith(".jar"))
                    .map(file -> file.replaceFirst("[^/]+$", ""))
                    .distinct()
                    .collect(Collectors.joining(",")));
        }
        assertThat(layers).contains("app/libs/", "app/classpath/", "app/otel/").doesNotHaveDuplicates();
    }

    private static List<String> pairs(Map<String, String> assignments) {
        return assignments.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.values().forEach(text -> texts.add(text.getStringValue()));
        return texts;
    }

    private JsonNode read(String file) throws IOException {
        return json.readValue(Files.readString(image.resolve(file)), JsonNode.class);
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(image, "output", "");
        Process process = new ProcessBuilder(command)
                .directory(image.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
        return Files.readString(output);
    }
}
