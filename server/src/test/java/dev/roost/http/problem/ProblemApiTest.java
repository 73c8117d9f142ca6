package dev.roost.http.problem;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.RawHttp;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every layer refuses in one and the same form. */
class ProblemApiTest extends ApiTest {

    private static final String PRODUCTS = "/api/v1/products";

    private String token;
    private String product;

    @BeforeAll
    void createAccount() {
        token = accounts.create().token();
        product = String.valueOf(
                post(PRODUCTS, token, "{\"name\":\"Lamp\",\"price\":1}").member("id"));
    }

    @Test
    void hasTheMembersOfRfc9457AndThoseOfTheFirstClients() {
        Answer answer = get(PRODUCTS + "/999999999", token);

        assertProblem(answer, 404, "not-found");
        assertThat(answer.member("title")).isEqualTo("Not found");
        assertThat(answer.member("detail")).isEqualTo("product 999999999 does not exist");
        assertThat(answer.member("code")).isEqualTo(404);
        assertThat(answer.member("message")).isEqualTo("product 999999999 does not exist");
        assertThat(answer.body().get("error")).isNull();
        assertThat(answer.body().get("errors")).isNull();
    }

    @Test
    void hasATypeThatLeadsToItsDescription() {
        for (ProblemKind kind : ProblemKind.values()) {
            assertThat(exchange(request("/problems")).body())
                    .contains("<h2 id=\"%s\">".formatted(kind.type().substring("/problems#".length())));
        }
    }

    @Test
    void tellsClientsOfTheOtherDoorInTheirOwnMember() {
        Answer answer = get("/nowhere", null);

        assertProblem(answer, 404, "not-found");
        assertThat(answer.member("error")).isEqualTo(answer.member("detail"));
        assertThat(answer.body().get("code")).isNull();
        assertThat(answer.body().get("message")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1",
                "/api/v1/products/",
                "/api/v1/products/1/",
                "/api/v1/products/1/2",
                "/admin/metrics/",
                "//api//v1//products",
                "/API/V1/products",
                "/beans",
                "/env",
                "/health",
                "/heapdump",
                "/info",
                "/loggers",
                "/metrics",
                "/prometheus",
                "/refresh",
                "/routes",
                "/stop",
                "/threaddump"
            })
    void answers404ToAnUnknownPath(String path) {
        assertProblem(get(path, token), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/v1/products",
        "DELETE, /api/v1/products",
        "PUT, /api/v1/products/1",
        "POST, /api/v1/products/1",
        "GET, /api/v1/auth/login",
        "TRACE, /api/v1/products"
    })
    void answers405WithWhatIsAllowed(String method, String path) {
        Answer answer = send(method, path, token, null);

        assertProblem(answer, 405, "method-not-allowed");
        assertThat(List.of(String.valueOf(answer.header("Allow")).split(",")))
                .isNotEmpty()
                .doesNotContain(method);
    }

    @Test
    void answersARequestOfAForeignOriginLikeAnyOther() {
        Answer answer = send(request(PRODUCTS).header("Origin", "http://evil.example"));

        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a=%00", "a%00=b", "a=%c0%af", "a=%ff", "a=%ed%a0%80"})
    void answers400ToAQueryThatIsNoText(String query) {
        assertProblem(get(PRODUCTS + "?" + query, token), 400, "malformed-request");
        assertProblem(get("/api/chirps?" + query, null), 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%ff", "a%c0%af", "%ed%a0%80", "%00", "%", "%4", "\u00ff"})
    void answers400Or404ToAPathThatIsNoText(String name) {
        for (String parent :
                List.of("/", "/api/", "/api/chirps/", PRODUCTS + "/", "/admin/", "/app/", "/swagger-ui/")) {
            assertThat(RawHttp.send(port(), "GET", parent + name, "Authorization: Bearer " + token)
                            .status())
                    .as(parent)
                    .isIn(400, 404);
        }
    }

    /** As they are on the wire: Netty reads each byte as a character of Latin-1. */
    @ParameterizedTest
    @ValueSource(strings = {"/app/ten.txt?a=\u00ff", "/api/chirps?sort=\u00c0\u00af"})
    void answers400ToAQueryOfBytesThatAreNoUri(String target) {
        assertThat(RawHttp.send(port(), "GET", target).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"a\\u0000\",\"price\":1}",
                "{\"name\":\"\\ud800\",\"price\":1}",
                "{\"name\":\"a\\udc00\",\"price\":1}",
                "{\"name\":\"\\udfff\",\"price\":1}",
                "{\"name\":\"a\",\"price\":1,\"unknown\":\"\\u0000\"}",
                "{\"name\":\"a\",\"price\":1,\"\\u0000\":1}",
                "{\"name\":\"a\",\"price\":1,\"unknown\":[{\"deep\":\"\\ud83d\"}]}"
            })
    void answers400ToABodyWithWhatAreNoCharacters(String body) {
        assertProblem(post(PRODUCTS, token, body), 400, "malformed-request");
    }

    @Test
    void answers406WhereJsonIsNotAcceptable() {
        assertProblem(
                send(request(PRODUCTS)
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "text/html")),
                406,
                "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=b",
                "application/octet-stream",
                "",
                ";;;",
                "application"
            })
    void answers415ToAnotherMediaType(String mediaType) {
        assertProblem(
                send(request(PRODUCTS)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", mediaType)
                        .POST(BodyPublishers.ofString("{\"name\":\"Lamp\",\"price\":1}"))),
                415,
                "unsupported-media-type");
    }

    @Test
    void answers415WhereNoMediaTypeIsGiven() {
        assertProblem(
                send(request(PRODUCTS)
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString("{\"name\":\"Lamp\",\"price\":1}"))),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "null",
                "[]",
                "\"x\"",
                "5",
                "true",
                "{",
                "{\"name\"",
                "{\"name\":\"a\",}",
                "{'name':'a'}",
                "{\"name\":\"a\",\"price\":1} x",
                "{\"name\":\"a\",\"price\":1}{}",
                "{\"name\":\"a\",\"name\":\"b\",\"price\":1}",
                "{\"name\":\"a\",\"x\":{\"y\":1,\"y\":2},\"price\":1}",
                "// comment\n{\"name\":\"a\",\"price\":1}",
                "{\"name\":\"a\" /* comment */,\"price\":1}",
                "\uFEFF{\"name\":\"a\",\"price\":1}"
            })
    void answers400ToABodyThatIsNoJsonObject(String body) {
        assertProblem(post(PRODUCTS, token, body), 400, "malformed-request");
    }

    /** Where every text that a client sends stands in a body. */
    private static final String TEXTS = """
            POST | /api/v1/auth/register | {"email":"%1$s","password":"supersecret"}
            POST | /api/v1/auth/register | {"email":"text@example.com","password":"supersecret%1$s"}
            POST | /api/v1/auth/login    | {"email":"%1$s","password":"supersecret"}
            POST | /api/users            | {"email":"text@example.com","password":"supersecret%1$s"}
            PUT  | /api/users            | {"email":"text@example.com","password":"supersecret%1$s"}
            POST | /api/login            | {"email":"text@example.com","password":"supersecret%1$s"}
            POST | /api/v1/products      | {"name":"%1$s","price":1}
            POST | /api/v1/products      | {"name":"Lamp","price":1,"description":"%1$s"}
            PATCH| /api/v1/products/own  | {"description":"%1$s"}
            POST | /api/chirps           | {"body":"%1$s"}
            POST | /api/polka/webhooks   | {"event":"%1$s"}
            POST | /api/polka/webhooks   | {"event":"user.upgraded","data":{"user_id":"%1$s"}}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = TEXTS)
    void answers400ToWhatIsNoTextWhereverItStands(String method, String path, String body) {
        for (String text : List.of("\\u0000", "\\ud83d", "\\udc26", "a\\ud83da", "\u0000", "\u0001", "\u00ff")) {
            assertThat(sendBytes(method, path, body.formatted(text).getBytes(StandardCharsets.ISO_8859_1)))
                    .as(text)
                    .isEqualTo(400);
        }
        byte[] surrogate = body.formatted("\u00ed\u00a0\u0080").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(sendBytes(method, path, surrogate)).isEqualTo(400);
        assertThat(sendBytes(method, path, body.formatted("a").getBytes(StandardCharsets.UTF_16)))
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = TEXTS)
    void answers400ToABodyThatIsNoJsonObjectAtEveryRoute(String method, String path, String body) {
        for (String other : List.of("null", "[]", "\"x\"", "", "   ", body + "]", body + body)) {
            assertThat(sendBytes(method, path, other.getBytes(StandardCharsets.UTF_8)))
                    .as(other)
                    .isEqualTo(400);
        }
    }

    private int sendBytes(String method, String path, byte[] body) {
        String authorization = path.startsWith("/api/polka") ? "ApiKey " + POLKA_KEY : "Bearer " + token;
        return send(request(path.replace("own", product))
                        .header("Authorization", authorization)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofByteArray(body)))
                .status();
    }

    @Test
    void answersAMillionMembersAsWhatIsTooLong() {
        assertProblem(post(PRODUCTS, token, members(1_000_000)), 413, "content-too-large");
    }

    @Test
    void readsAsManyMembersAsFit() {
        assertProblem(post(PRODUCTS, token, members(90_000)), 422, "validation-failed");
    }

    private static String members(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"%d\":1".formatted(i)).collect(joining(",", "{", "}"));
    }

    @Test
    void answers400ToAbsurdlyDeepBodies() {
        assertProblem(post(PRODUCTS, token, "[".repeat(1_000_000)), 400, "malformed-request");
        assertProblem(post(PRODUCTS, token, "{\"a\":".repeat(150_000)), 400, "malformed-request");
    }

    @Test
    void answers400ToAnotherEncodingThanUtf8() {
        String body = "{\"name\":\"Größe\",\"price\":1}";
        for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1)) {
            assertProblem(
                    send(request(PRODUCTS)
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(body.getBytes(charset)))),
                    400,
                    "malformed-request");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "x-gzip", "identity, gzip", "unknown"})
    void answers415ToABodyInAContentCoding(String coding) {
        Answer answer = send(request("POST", PRODUCTS, token, "{\"name\":\"Lamp\",\"price\":1}")
                .header("Content-Encoding", coding));

        assertProblem(answer, 415, "unsupported-media-type");
        assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "Identity"})
    void readsABodyThatIsInNoContentCoding(String coding) {
        Answer answer = send(request("POST", PRODUCTS, token, "{\"name\":\"Lamp\",\"price\":1}")
                .header("Content-Encoding", coding));

        assertThat(answer.status()).isEqualTo(201);
    }

    @Test
    void answers413ToABodyOfMoreThanAMebibyte() {
        assertProblem(post(PRODUCTS, token, "x".repeat(1_048_577)), 413, "content-too-large");
    }

    @Test
    void answers431ToHeadersOf64Kibibytes() {
        assertProblem(send(request(PRODUCTS).header("X-Big", "x".repeat(65_536))), 431, "headers-too-large");
    }

    @Test
    void answers414ToAnEndlessPath() {
        assertProblem(get("/" + "x".repeat(20_000), null), 414, "uri-too-long");
    }

    @Test
    void answersAnInnerFailureWithoutShowingTheInside() {
        Answer answer = get("/test/failure", null);

        assertProblem(answer, 500, "internal-error");
        assertThat(answer.response().body()).doesNotContain("hunter2", "jdbc", "IllegalState", "inside:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "A-1_b.c", "0123456789abcdef0123456789abcdef"})
    void takesOverASaneRequestId(String id) {
        Answer answer = send(request("/nowhere").header("X-Request-Id", id));

        assertThat(answer.header("X-Request-Id")).isEqualTo(id);
        assertThat(answer.member("request_id")).isEqualTo(id);
    }

    @Test
    void sendsTheRequestIdWithGoodAnswersToo() {
        assertThat(get(PRODUCTS, token).header("X-Request-Id")).matches("[0-9a-f]{32}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "ä", "{}"})
    void replacesAnInsaneRequestId(String id) {
        Answer answer = send(request("/nowhere").header("X-Request-Id", id));

        assertThat(answer.header("X-Request-Id")).matches("[0-9a-f]{32}").isEqualTo(answer.member("request_id"));
    }

    private static void assertProblem(Answer answer, int status, String kind) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.member("status")).isEqualTo(status);
        assertThat(answer.member("type")).isEqualTo("/problems#" + kind);
        assertThat((String) answer.member("title")).isNotBlank();
        assertThat((String) answer.member("detail")).isNotBlank();
        assertThat(answer.header("X-Request-Id")).isEqualTo(answer.member("request_id"));
    }
}
