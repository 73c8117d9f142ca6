package dev.roost;

import static com.atlassian.oai.validator.whitelist.rule.WhitelistRules.allOf;
import static com.atlassian.oai.validator.whitelist.rule.WhitelistRules.isRequest;
import static com.atlassian.oai.validator.whitelist.rule.WhitelistRules.messageContainsSubstring;
import static com.atlassian.oai.validator.whitelist.rule.WhitelistRules.messageHasKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.Response;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.SimpleValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.whitelist.ValidationErrorsWhitelist;
import com.atlassian.oai.validator.whitelist.rule.WhitelistRule;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Holds requests and answers against the document that compiling the service emits: every answer, and each request that is
 * not refused.
 */
final class DocumentedApi {

    /** What is meant for browsers and operators and has no place in the document, and what only tests have. */
    private static final Pattern UNDOCUMENTED =
            Pattern.compile("/(app|swagger-ui|problems|test)(/.*)?|/openapi\\.yaml");

    private static final int MIN_REFUSAL = 400;

    private static final String TEXT = read();
    private static final OpenAPI DOCUMENT =
            new OpenAPIV3Parser().readContents(TEXT).getOpenAPI();

    private static final Map<Pattern, PathItem> PATHS = DOCUMENT.getPaths().entrySet().stream()
            .collect(Collectors.toMap(
                    path -> Pattern.compile(path.getKey().replaceAll("\\{\\w+}", "[^/]+")), Map.Entry::getValue));

    /** What the document does not say, and the contract allows. */
    private static final ValidationErrorsWhitelist LENIENCY = ValidationErrorsWhitelist.create()
            .withRule(
                    "members that are not known are ignored",
                    messageHasKey("validation.request.body.schema.additionalProperties"))
            .withRule("so is a body where none is asked for", messageHasKey("validation.request.body.unexpected"))
            .withRule("a text may be sent whatever is accepted", messageHasKey("validation.request.accept.notAllowed"))
            .withRule("an empty field is none", allOf(isRequest(), messageContainsSubstring("input string \"\"")))
            .withRule("an empty parameter is none", messageHasKey("validation.request.parameter.missing"))
            .withRule(
                    "what cannot be read of these stands for their default",
                    allOf(isRequest(), isOfParameter(Set.of("page", "limit", "sort"))))
            .withRule(
                    "how short a password may be is a setting",
                    allOf(
                            messageHasKey("validation.request.body.schema.minLength"),
                            messageContainsSubstring("/password")))
            .withRule(
                    "of an event that means nothing here, nothing is read",
                    allOf(isRequest(), messageContainsSubstring("Path '/data'")));

    private static final OpenApiInteractionValidator VALIDATOR = new OpenApiInteractionValidator.Builder()
            .withInlineApiSpecification(TEXT)
            .withWhitelist(LENIENCY)
            .build();

    private DocumentedApi() {}

    private static String read() {
        try (var stream = DocumentedApi.class.getResourceAsStream("/META-INF/swagger/roost.yml")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WhitelistRule isOfParameter(Set<String> names) {
        return (message, operation, request, response) -> message.getContext()
                .flatMap(ValidationReport.MessageContext::getParameter)
                .filter(parameter -> names.contains(parameter.getName()))
                .isPresent();
    }

    /** Returns the methods and paths of the document. */
    static Set<String> operations() {
        return DOCUMENT.getPaths().entrySet().stream()
                .flatMap(path -> path.getValue().readOperationsMap().keySet().stream()
                        .map(method -> method + " " + path.getKey()))
                .collect(Collectors.toSet());
    }

    static boolean isUndocumented(String path) {
        return UNDOCUMENTED.matcher(path).matches();
    }

    /** Fails where the document says nothing of the answer, or of a request that is not refused. */
    static void check(HttpRequest request, int status, Map<String, List<String>> fields, String body) {
        if (check(request.method(), request.uri().getRawPath(), status, fields, body) && status < MIN_REFUSAL) {
            require(VALIDATOR.validateRequest(model(request)), request.method() + " " + request.uri(), status);
        }
    }

    /**
     * Fails where the document says nothing of the answer.
     *
     * @return whether the document says something of the operation
     */
    static boolean check(String method, String path, int status, Map<String, List<String>> fields, String body) {
        Optional<PathItem> item = PATHS.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(path).matches())
                .map(Map.Entry::getValue)
                .findAny();
        boolean isDocumented = item.filter(known -> has(known, method)).isPresent();
        if (isDocumented) {
            Response response = model(status, fields, body);
            require(
                    VALIDATOR.validateResponse(path, Request.Method.valueOf(method), response),
                    method + " " + path,
                    status);
        } else if (item.isPresent() ? !isOfHttp(method) : !isUndocumented(path)) {
            assertThat(status)
                    .as("%s %s, which is not in the document", method, path)
                    .isGreaterThanOrEqualTo(MIN_REFUSAL);
        }
        return isDocumented;
    }

    private static boolean has(PathItem item, String method) {
        return item.readOperationsMap().keySet().stream().map(HttpMethod::name).anyMatch(method::equals);
    }

    /** Those that HTTP itself, and CORS, define for each path. */
    private static boolean isOfHttp(String method) {
        return method.equals("HEAD") || method.equals("OPTIONS");
    }

    private static void require(ValidationReport report, String operation, int status) {
        assertThat(report.hasErrors())
                .as(
                        "%s, answered with %d: %s",
                        operation,
                        status,
                        SimpleValidationReportFormat.getInstance().apply(report))
                .isFalse();
    }

    private static Response model(int status, Map<String, List<String>> fields, String body) {
        var response = SimpleResponse.Builder.status(status);
        fields.forEach(response::withHeader);
        return body.isEmpty() ? response.build() : response.withBody(body).build();
    }

    private static Request model(HttpRequest sent) {
        URI uri = sent.uri();
        var request = new SimpleRequest.Builder(sent.method(), uri.getRawPath());
        // A list may be sent in several fields, and schemes have no case (RFC 9110, sections 5.3 and 11.1).
        sent.headers()
                .map()
                .forEach((name, values) ->
                        request.withHeader(name, String.join(", ", values).replaceFirst("^(?i)bearer ", "Bearer ")));
        Arrays.stream(Optional.ofNullable(uri.getRawQuery()).orElse("").split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> (pair + "=").split("=", 3))
                .forEach(pair -> request.withQueryParam(decode(pair[0]), decode(pair[1])));
        sent.bodyPublisher().filter(body -> body.contentLength() != 0).ifPresent(body -> request.withBody(text(body)));
        return request.build();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String text(BodyPublisher publisher) {
        var text = BodySubscribers.ofString(StandardCharsets.UTF_8);
        publisher.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                text.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer part) {
                text.onNext(List.of(part));
            }

            @Override
            public void onError(Throwable failure) {
                text.onError(failure);
            }

            @Override
            public void onComplete() {
                text.onComplete();
            }
        });
        return text.getBody().toCompletableFuture().join();
    }
}
