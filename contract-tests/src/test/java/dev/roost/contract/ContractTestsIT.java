package dev.roost.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.contract.Proxy.Answer;
import dev.roost.contract.Proxy.Lie;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ContractTestsIT {

    /** It would delete every account. */
    private static final Set<String> NEVER_ASKED_FOR = Set.of("POST /admin/reset");

    /** What the tests must find in a service, each by the one test that is about it. */
    private static final Map<String, Lie> LIES = Map.ofEntries(
            lie(
                    "posts a chirp",
                    "GET /api/chirps/[^?]+",
                    answer -> answer.status() == 200
                            ? answer.withBody(answer.body().replaceFirst("\\{", "{\"likes\":3,"))
                            : answer),
            lie(
                    "lets nobody post without an account",
                    "POST /api/chirps",
                    answer -> answer.status() == 401 ? answer.withBody("").withoutHeader("Content-Type") : answer),
            lie("leads through all pages", "GET /api/chirps\\?.*", answer -> answer.withoutHeader("Link")),
            lie(
                    "[5] sort=NAME_ASCENDING, names=abc",
                    "GET /api/v1/products.*sort=name.*",
                    answer -> answer.withBody(answer.body().replaceFirst("\"name\":\"a ", "\"name\":\"z "))),
            lie(
                    "does not find what there is not",
                    "DELETE /api/v1/products/" + Long.MAX_VALUE,
                    answer -> answer.withStatus(410)),
            lie(
                    "creates once for an idempotency key",
                    "POST /api/v1/products",
                    answer -> answer.withoutHeader("Idempotent-Replayed")),
            lie(
                    "takes no token from the query",
                    "GET /api/v1/products\\?access_token=.*",
                    answer -> answer.withStatus(403)),
            lie(
                    "lets nobody cache a token that it gives",
                    "POST /api/v1/auth/login",
                    answer -> answer.withoutHeader("Cache-Control")),
            lie(
                    "[1] path=/api/v1/nowhere",
                    "GET /api/v1/nowhere",
                    answer -> answer.withBody(answer.body().replace("\"code\":404,", ""))),
            lie("is healthy", "GET /api/healthz", answer -> answer.withHeader("Content-Type", "text/html")),
            lie(
                    "tells browsers to be careful",
                    "GET /api/chirps\\?limit=1",
                    answer -> answer.withoutHeader("X-Content-Type-Options")),
            lie(
                    "serves a document that breaks no client of this contract",
                    "GET /openapi.yaml",
                    answer -> answer.withBody(answer.body().replace("/api/chirps/{id}:", "/api/birds/{id}:"))));

    private static final Pattern FAILED = Pattern.compile("(?m)^[| ]*[+'\\\\]-- (.+) \\[X\\]");

    private final StringWriter out = new StringWriter();

    @Test
    void theOneJarFindsTheServiceToKeepTheContract() throws IOException, InterruptedException {
        try (var proxy = new Proxy(List.of())) {
            Process tests = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            System.getProperty("contract-tests.jar"),
                            proxy.url())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(tests.waitFor()).as(said).isEqualTo(ContractTests.KEPT);
            assertThat(said)
                    .containsPattern(proxy.url() + " keeps contract 0\\.\\d+\\.\\d+: (\\d+) of \\1 tests passed\\.\n$");
            assertThat(operations())
                    .allSatisfy((operation, path) ->
                            assertThat(proxy.requests()).as(operation).anyMatch(path.asMatchPredicate()));
        }
    }

    /** Returns what the tests have to ask for: each operation of the contract, and the method and paths that it has. */
    private static Map<String, Pattern> operations() {
        return new OpenAPIV3Parser()
                .readContents(Contract.DOCUMENT).getOpenAPI().getPaths().entrySet().stream()
                        .flatMap(path -> path.getValue().readOperationsMap().keySet().stream()
                                .map(method -> method + " " + path.getKey()))
                        .filter(operation -> !NEVER_ASKED_FOR.contains(operation))
                        .collect(Collectors.toMap(
                                operation -> operation,
                                operation -> Pattern.compile(operation.replaceAll("\\{\\w+}", "[^/]+"))));
    }

    @Test
    void findsEachLieOfAServiceByTheTestThatIsAboutIt() throws IOException {
        try (var proxy = new Proxy(List.copyOf(LIES.values()))) {
            assertThat(run(proxy.url(), "--details-theme=ascii", "--disable-ansi-colors"))
                    .as(out.toString())
                    .isEqualTo(ContractTests.BROKEN);

            assertThat(out.toString()).contains(proxy.url() + " BREAKS contract " + Contract.VERSION + ": ");
            assertThat(FAILED.matcher(out.toString())
                            .results()
                            .map(failed -> failed.group(1))
                            .collect(Collectors.toSet()))
                    .isEqualTo(LIES.keySet());
        }
    }

    @Test
    void saysThatThereIsNoServiceToTest() {
        assertThat(run("http://localhost:1")).isEqualTo(ContractTests.NOT_TESTED);
        assertThat(out.toString())
                .startsWith("http://localhost:1 cannot be tested: ")
                .hasLineCount(1);
    }

    @Test
    void givesNoVerdictWhereNothingWasTested() throws IOException {
        try (var proxy = new Proxy(List.of())) {
            assertThat(run(proxy.url(), "--help")).isEqualTo(ContractTests.NOT_TESTED);
            assertThat(run(proxy.url(), "--include-tag=unknown")).isEqualTo(ContractTests.NOT_TESTED);
            assertThat(out.toString()).doesNotContain("keeps");
        }
    }

    @Test
    void asksForAUrl() {
        assertThat(run()).isEqualTo(ContractTests.NOT_TESTED);
        assertThat(out.toString()).startsWith("Usage: ");
    }

    private int run(String... args) {
        var writer = new PrintWriter(out, true);
        return ContractTests.run(writer, writer, args);
    }

    private static Map.Entry<String, Lie> lie(String foundBy, String about, UnaryOperator<Answer> change) {
        var pattern = Pattern.compile(about);
        return Map.entry(
                foundBy, (request, truth) -> pattern.matcher(target(request)).matches() ? change.apply(truth) : truth);
    }

    private static String target(HttpRequest request) {
        String query = request.uri().getRawQuery();
        return request.method() + " " + request.uri().getRawPath() + (query == null ? "" : "?" + query);
    }
}
