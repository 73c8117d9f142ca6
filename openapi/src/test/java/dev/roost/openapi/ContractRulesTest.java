package dev.roost.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every part of the contract must say. */
class ContractRulesTest {

    private static final Set<String> SCALARS = Set.of("string", "integer", "number", "boolean");

    private final ContractDocument document = ContractDocument.emitted();

    @Test
    void isAnOpenApiDocumentWithoutAFlaw() {
        String text = new String(ContractDocument.emittedBytes(), StandardCharsets.UTF_8);

        assertThat(new OpenAPIV3Parser().readContents(text).getMessages()).isEmpty();
        assertThat(new OpenAPIV3Parser()
                        .readContents(text.replaceFirst("operationId: listChirps\n", "operationID: listChirps\n"))
                        .getMessages())
                .isNotEmpty();
    }

    @Test
    void everyOperationHasAnIdThatIsAJavaMethodName() {
        assertThat(document.operations()).allSatisfy(operation -> assertThat(operation.text("operationId"))
                .matches("[a-z][a-zA-Z0-9]*"));
        assertThat(document.operations())
                .extracting(operation -> operation.text("operationId"))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyOperationHasASummary() {
        assertThat(document.operations())
                .allSatisfy(operation -> assertThat(operation.text("summary")).isNotBlank());
    }

    @Test
    void everyOperationHasATag() {
        assertThat(document.operations())
                .allSatisfy(
                        operation -> assertThat(operation.node().path("tags")).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "4", "5"})
    void everyOperationSaysHowItAnswers(String statusClass) {
        assertThat(document.operations()).allSatisfy(operation -> assertThat(
                        operation.node().path("responses").properties())
                .anySatisfy(answer -> assertThat(answer.getKey()).startsWith(statusClass)));
    }

    @Test
    void everySuccessHasABodyUnlessItIs204() {
        assertThat(document.answers("2"))
                .filteredOn(answer -> !answer.name().endsWith(" 204"))
                .allSatisfy(answer -> assertThat(answer.node().path("content").findValues("schema"))
                        .isNotEmpty());
    }

    @Test
    void everyRefusalIsAProblemDocument() {
        assertThat(document.answers("45")).allSatisfy(answer -> assertThat(answer.node()
                        .at("/content/application~1problem+json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Problem"));
    }

    @Test
    void everyOperationOnProductsNeedsAnAccessToken() {
        assertThat(document.operationsBelow("/api/v1/products")).isNotEmpty().allSatisfy(operation -> assertThat(
                        operation.node().path("security").findValues("access_token"))
                .isNotEmpty());
    }

    @Test
    void everyParameterHasADescription() {
        assertThat(document.parameters()).allSatisfy(parameter -> assertThat(parameter.text("description"))
                .isNotBlank());
    }

    @Test
    void everyNumericParameterHasBoundsOrAFormat() {
        assertThat(document.parameters())
                .extracting(parameter -> parameter.node().path("schema"))
                .filteredOn(schema -> Set.of("integer", "number").contains(type(schema)))
                .allMatch(schema -> schema.has("format") || (schema.has("minimum") && schema.has("maximum")));
    }

    @Test
    void everyNameIsInSnakeCase() {
        assertThat(document.names()).allSatisfy(name -> assertThat(name).matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"));
    }

    @Test
    void everyPropertyHasADescription() {
        assertThat(document.properties())
                .allSatisfy(property -> assertThat(property.text("description")).isNotBlank());
    }

    @Test
    void everyScalarPropertyHasAnExample() {
        assertThat(document.properties())
                .filteredOn(property -> SCALARS.contains(type(property.node())))
                .allSatisfy(
                        property -> assertThat(property.node().has("example")).isTrue());
    }

    private static String type(JsonNode schema) {
        return schema.path("type").asText();
    }
}
