package dev.roost.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The OpenAPI document that compiling the server has emitted. */
final class ContractDocument {

    private final JsonNode root;

    private ContractDocument(JsonNode root) {
        this.root = root;
    }

    static ContractDocument emitted() {
        try {
            return new ContractDocument(new YAMLMapper().readTree(emittedBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] emittedBytes() {
        try (var stream = ContractDocument.class.getResourceAsStream("/META-INF/swagger/roost.yml")) {
            return Objects.requireNonNull(stream, "the server has emitted no document")
                    .readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Part> operations() {
        return root.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> new Part(method.getKey() + " " + path.getKey(), method.getValue())))
                .toList();
    }

    /** The operations whose paths start so. */
    List<Part> operationsBelow(String path) {
        return operations().stream()
                .filter(operation -> operation.name().contains(" " + path))
                .toList();
    }

    List<Part> parameters() {
        return operations().stream()
                .flatMap(operation -> operation
                        .node()
                        .path("parameters")
                        .valueStream()
                        .map(this::resolve)
                        .map(parameter -> new Part(
                                operation.name() + " " + parameter.path("name").asText(), parameter)))
                .toList();
    }

    /** The answers whose status starts with one of the digits. */
    List<Part> answers(String digits) {
        return operations().stream()
                .flatMap(operation -> operation.node().path("responses").properties().stream()
                        .filter(answer -> digits.contains(answer.getKey().substring(0, 1)))
                        .map(answer -> new Part(operation.name() + " " + answer.getKey(), resolve(answer.getValue()))))
                .toList();
    }

    /** The properties of all schemas. */
    List<Part> properties() {
        return root.at("/components/schemas").properties().stream()
                .flatMap(schema -> schema.getValue().path("properties").properties().stream()
                        .map(property ->
                                new Part(schema.getKey() + "." + property.getKey(), resolve(property.getValue()))))
                .toList();
    }

    /** The names of parameters and of properties; those of headers have rules of their own. */
    Stream<String> names() {
        return Stream.concat(
                parameters().stream()
                        .filter(parameter -> !parameter.text("in").equals("header"))
                        .map(parameter -> parameter.text("name")),
                properties().stream().map(property -> property.name()
                        .substring(property.name().indexOf('.') + 1)));
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
    }

    /**
     * A part of the document.
     *
     * @param name says where it is
     * @param node what stands there
     */
    record Part(String name, JsonNode node) {

        String text(String field) {
            return node.path(field).asText();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
