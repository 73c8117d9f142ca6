package dev.roost.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.MarkdownRender;

/** Holds that clients of the released contract go on working, or that its version tells them that they do not. */
class ContractReleaseTest {

    private static final Path REVIEWED = Path.of("roost.yaml");
    private static final Path RELEASED = Path.of("released", "roost.yaml");
    private static final YAMLMapper YAML = new YAMLMapper();

    /** What clients may rely on: the numbers up to the first that is not 0 (Semantic Versioning 2.0.0, items 4 and 8). */
    private static final Pattern COMPATIBLE = Pattern.compile("(0\\.)*\\d+");

    private final String emitted = new String(ContractDocument.emittedBytes(), StandardCharsets.UTF_8);

    @Test
    void breaksNoClientOfTheRelease() throws IOException {
        String released = Files.readString(RELEASED);
        ChangedOpenApi changes = OpenApiCompare.fromContents(released, emitted);
        if (compatible(released).equals(compatible(emitted))) {
            assertThat(changes.isCompatible())
                    .as("""
                    The contract breaks clients of %s. Take the change back, or give the contract a version that says so,
                    in Application.java.

                    %s""", version(released), render(changes))
                    .isTrue();
        }
        if ("release".equals(System.getProperty("contract"))) {
            release(released);
        }
    }

    /** Takes the contract as the released one, if it was reviewed and its version is higher. */
    private void release(String before) throws IOException {
        assertThat(REVIEWED)
                .content()
                .as("the reviewed contract; accept the server's first")
                .isEqualTo(emitted);
        assertThat(Version.parse(version(emitted)))
                .as("the version in Application.java, after %s", version(before))
                .isGreaterThan(Version.parse(version(before)));
        Files.writeString(RELEASED, emitted);
    }

    static Stream<Named<Consumer<JsonNode>>> breakingChanges() {
        return Stream.of(
                change("a path less", document -> paths(document).remove("/api/chirps/{id}")),
                change("an operation less", document -> object(document, "/paths/~1api~1chirps")
                        .remove("post")),
                change("a parameter that has to be given", document -> ((ArrayNode)
                                document.at("/paths/~1api~1chirps/get/parameters"))
                        .addObject()
                        .put("name", "since")
                        .put("in", "query")
                        .put("required", true)
                        .putObject("schema")
                        .put("type", "string")),
                change("a property of an answer less", document -> object(
                                document, "/components/schemas/Chirp/properties")
                        .remove("body")),
                change(
                        "a property of a request that has to be given",
                        document -> ((ArrayNode) document.at("/components/schemas/NewProduct/required")).add("stock")),
                change("another type", document -> object(document, "/components/schemas/Product/properties/stock")
                        .put("type", "string")
                        .remove("format")));
    }

    @ParameterizedTest
    @MethodSource("breakingChanges")
    void knowsWhatBreaksClients(Consumer<JsonNode> change) throws IOException {
        JsonNode document = YAML.readTree(emitted);
        change.accept(document);

        assertThat(OpenApiCompare.fromContents(emitted, YAML.writeValueAsString(document))
                        .isIncompatible())
                .isTrue();
    }

    private static Named<Consumer<JsonNode>> change(String name, Consumer<JsonNode> change) {
        return Named.of(name, change);
    }

    private static ObjectNode paths(JsonNode document) {
        return object(document, "/paths");
    }

    private static ObjectNode object(JsonNode document, String pointer) {
        return (ObjectNode) document.at(pointer);
    }

    private static String version(String document) throws IOException {
        return YAML.readTree(document).at("/info/version").asText();
    }

    private static String compatible(String document) throws IOException {
        var numbers = COMPATIBLE.matcher(version(document));
        assertThat(numbers.lookingAt()).isTrue();
        return numbers.group();
    }

    private static String render(ChangedOpenApi changes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            new MarkdownRender().render(changes, writer);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
