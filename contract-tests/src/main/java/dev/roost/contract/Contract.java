package dev.roost.contract;

import static com.atlassian.oai.validator.whitelist.rule.WhitelistRules.allOf;
import static com.atlassian.oai.validator.whitelist.rule.WhitelistRules.messageHasKey;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.ApiOperation;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.Response;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.SimpleValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.whitelist.ValidationErrorsWhitelist;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The contract that deployments are tested against: the reviewed OpenAPI document of this version. */
final class Contract {

    static final String DOCUMENT = read();

    static final String VERSION =
            new OpenAPIV3Parser().readContents(DOCUMENT).getOpenAPI().getInfo().getVersion();

    /** What tests do on purpose, and what they cannot see. */
    private static final ValidationErrorsWhitelist LENIENCY = ValidationErrorsWhitelist.create()
            .withRule("some ask for what there is not", messageHasKey("validation.request.path.missing"))
            .withRule("or with another method", messageHasKey("validation.request.operation.notAllowed"))
            .withRule(
                    "a client shows no text but JSON",
                    allOf(messageHasKey("validation.response.body.missing"), Contract::isText));

    private static final OpenApiInteractionValidator VALIDATOR = new OpenApiInteractionValidator.Builder()
            .withInlineApiSpecification(DOCUMENT)
            .withWhitelist(LENIENCY)
            .build();

    private Contract() {}

    private static boolean isText(
            ValidationReport.Message message,
            @Nullable ApiOperation operation,
            @Nullable Request request,
            @Nullable Response response) {
        return response != null
                && response.getContentType()
                        .filter(type -> type.startsWith("text/"))
                        .isPresent();
    }

    /** Returns in what an answer differs from the document: its status, media type, header fields or members. */
    static Optional<String> breach(
            String method, String path, int status, Map<String, List<String>> headers, String body) {
        var response = SimpleResponse.Builder.status(status);
        headers.forEach(response::withHeader);
        if (!body.isEmpty()) {
            response.withBody(body);
        }
        if (!body.isEmpty() && headers.keySet().stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
            return Optional.of(
                    "%s %s was answered with %d and a body of no media type".formatted(method, path, status));
        }
        var report = VALIDATOR.validateResponse(path, Request.Method.valueOf(method), response.build());
        return report.hasErrors()
                ? Optional.of("%s %s was answered with %d: %s"
                        .formatted(
                                method,
                                path,
                                status,
                                SimpleValidationReportFormat.getInstance().apply(report)))
                : Optional.empty();
    }

    private static String read() {
        try (var stream = Contract.class.getResourceAsStream("/META-INF/openapi/roost.yaml")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
