package dev.roost.client;

import static com.atlassian.oai.validator.whitelist.rule.WhitelistRules.allOf;
import static com.atlassian.oai.validator.whitelist.rule.WhitelistRules.anyOf;
import static com.atlassian.oai.validator.whitelist.rule.WhitelistRules.messageHasKey;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.Response;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.SimpleValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.whitelist.ValidationErrorsWhitelist;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Holds what clients send and get against the contract's document: every answer, and each request that is not refused. */
final class DocumentedExchanges {

    private static final int MIN_REFUSAL = 400;

    /** What a listener does not see, and what the contract allows. */
    private static final ValidationErrorsWhitelist LENIENCY = ValidationErrorsWhitelist.create()
            .withRule("tokens are not shown", messageHasKey("validation.request.security.invalid"))
            .withRule("nor is text but JSON", messageHasKey("validation.response.body.missing"))
            .withRule(
                    "a page number and a limit out of bounds stand for the usual ones",
                    allOf(
                            anyOf(
                                    messageHasKey("validation.request.parameter.schema.minimum"),
                                    messageHasKey("validation.request.parameter.schema.maximum")),
                            (message, operation, request, response) -> message.getContext()
                                    .flatMap(ValidationReport.MessageContext::getParameter)
                                    .filter(parameter -> Set.of("page", "limit").contains(parameter.getName()))
                                    .isPresent()));

    private static final OpenApiInteractionValidator VALIDATOR = new OpenApiInteractionValidator.Builder()
            .withInlineApiSpecification(document())
            .withWhitelist(LENIENCY)
            .build();

    private static final Queue<String> BREACHES = new ConcurrentLinkedQueue<>();

    private DocumentedExchanges() {}

    private static String document() {
        try (var stream = DocumentedExchanges.class.getResourceAsStream("/META-INF/openapi/roost.yaml")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void hold(Exchange exchange) {
        if (exchange.status().isPresent()) {
            Request request = request(exchange);
            note(exchange, VALIDATOR.validateResponse(request.getPath(), request.getMethod(), response(exchange)));
            if (exchange.status().getAsInt() < MIN_REFUSAL) {
                note(exchange, VALIDATOR.validateRequest(request));
            }
        }
    }

    /** Returns in what exchanges differed from the document. */
    static List<String> breaches() {
        return List.copyOf(BREACHES);
    }

    private static void note(Exchange exchange, ValidationReport report) {
        if (report.hasErrors()) {
            BREACHES.add(
                    exchange + ": " + SimpleValidationReportFormat.getInstance().apply(report));
        }
    }

    private static Request request(Exchange exchange) {
        URI uri = exchange.uri();
        var request = new SimpleRequest.Builder(exchange.method(), uri.getRawPath());
        exchange.requestHeaders().map().forEach(request::withHeader);
        Arrays.stream(Optional.ofNullable(uri.getRawQuery()).orElse("").split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> (pair + "=").split("=", 3))
                .forEach(pair -> request.withQueryParam(decode(pair[0]), decode(pair[1])));
        exchange.requestBody().ifPresent(request::withBody);
        return request.build();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Response response(Exchange exchange) {
        var response = SimpleResponse.Builder.status(exchange.status().orElseThrow());
        exchange.responseHeaders().map().forEach(response::withHeader);
        exchange.responseBody().ifPresent(response::withBody);
        return response.build();
    }
}
