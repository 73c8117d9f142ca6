package dev.roost.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the service says no, to whatever is sent: with a problem document (RFC 9457), and never with a 5xx. */
@Tag("refusals")
@ExtendWith(DeploymentExtension.class)
class RefusalsContract {

    private static final JsonMapper JSON = new JsonMapper();

    private final Deployment deployment;

    RefusalsContract(Deployment deployment) {
        this.deployment = deployment;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nowhere", "/api/nowhere", "/nowhere"})
    void doesNotFindAnUnknownPath(String path) {
        requireProblem(deployment.get(path), path, 404);
    }

    @Test
    void saysWhichMethodsAPathHas() {
        var answer = deployment.send("DELETE", "/api/v1/auth/login", "", Map.of());

        requireProblem(answer, "/api/v1/auth/login", 405);
        assertThat(answer.headers().firstValue("Allow"))
                .hasValueSatisfying(methods -> assertThat(methods).contains("POST"));
    }

    @Test
    void refusesToAnswerInAnotherMediaType() {
        requireProblem(deployment.send("GET", "/api/chirps", "", Map.of("Accept", "image/png")), "/api/chirps", 406);
    }

    @Test
    void refusesABodyOfAnotherMediaType() {
        requireProblem(
                deployment.send("POST", "/api/v1/auth/login", "email=a", Map.of("Content-Type", "text/plain")),
                "/api/v1/auth/login",
                415);
    }

    @Test
    void refusesABodyOfMoreThanAMebibyte() {
        requireProblem(
                deployment.send(
                        "POST",
                        "/api/chirps",
                        "{\"body\":\"" + "a".repeat(1 << 20) + "\"}",
                        deployment.owner().json()),
                "/api/chirps",
                413);
    }

    static Stream<String> hostileBodies() {
        return Stream.of(
                "",
                " ",
                "null",
                "[]",
                "\"x\"",
                "{",
                "{\"name\":\"a\",\"price\":1} {}",
                "{\"name\":\"a\",\"name\":\"b\",\"price\":1}",
                "{\"name\":\"a\",\"price\":1e400}",
                "{\"name\":\"a\",\"price\":1e-38}",
                "{\"name\":\"a\",\"price\":NaN}",
                "{\"name\":\"a\",\"price\":\"1\"}",
                "{\"name\":\"a\",\"price\":true}",
                "{\"name\":\"a\",\"price\":" + "9".repeat(10_000) + "}",
                "{\"name\":\"a\",\"price\":1,\"stock\":2147483648}",
                "{\"name\":\"a\",\"price\":1,\"stock\":1.5}",
                "{\"name\":[\"a\"],\"price\":1}",
                "{\"name\":\"\\u0000\",\"price\":1}",
                "{\"name\":\"\\ud800\",\"price\":1}",
                "{\"name\":" + "[".repeat(100_000) + "}",
                "{\"name\":\"a\",\"price\":1 /* cheap */}");
    }

    @ParameterizedTest
    @MethodSource("hostileBodies")
    void refusesWhatIsNoProduct(String body) throws JsonProcessingException {
        var answer = deployment.send(
                "POST", "/api/v1/products", body, deployment.owner().json());

        assertThat(answer.statusCode()).isIn(400, 422);
        requireProblem(answer, "/api/v1/products", answer.statusCode());
        if (answer.statusCode() == 422) {
            assertThat(JSON.readTree(answer.body()).path("errors")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "9223372036854775808", "1e3", "%00", "%ff", "%27", "..%2f..%2fetc%2fpasswd"})
    void doesNotTakeAnythingForTheNumberOfAProduct(String id) {
        var answer = deployment.send(
                "GET", "/api/v1/products/" + id, "", deployment.owner().authorization());

        assertThat(answer.statusCode()).isIn(400, 404);
        requireProblem(answer, "/api/v1/products/", answer.statusCode());
    }

    @Test
    void takesOverASaneRequestId() {
        assertThat(requestId("a-sane.request_ID1")).isEqualTo("a-sane.request_ID1");
        assertThat(requestId("not sane")).isNotEqualTo("not sane").matches("[A-Za-z0-9._-]{1,128}");
        assertThat(requestId("a".repeat(129))).matches("[A-Za-z0-9._-]{1,128}");
    }

    private String requestId(String sent) {
        return deployment
                .send("GET", "/api/chirps?limit=1", "", Map.of("X-Request-Id", sent))
                .headers()
                .firstValue("X-Request-Id")
                .orElseThrow();
    }

    @Test
    void believesNoHeaderThatNamesAnotherMethodOrUser() {
        var headers = new HashMap<>(deployment.owner().json());
        headers.put("X-HTTP-Method-Override", "DELETE");
        headers.put("X-Original-URL", "/api/healthz");
        headers.put("X-User-Id", String.valueOf(deployment.stranger().id()));

        var answer = deployment.send("POST", "/api/v1/products", "{\"name\":\"Lamp\",\"price\":1}", headers);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(read(answer.body()).path("user_id").asLong())
                .isEqualTo(deployment.owner().id());
    }

    /** Holds the members that both of the first clients read. */
    private static void requireProblem(HttpResponse<String> answer, String path, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = read(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asText()).isNotEmpty();
        assertThat(problem.path("title").asText()).isNotEmpty();
        assertThat(problem.path("request_id").asText())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElse(""));
        String detail = problem.path("detail").asText();
        assertThat(detail).isNotEmpty();
        if (path.startsWith("/api/v1/")) {
            assertThat(problem.path("code").asInt()).isEqualTo(status);
            assertThat(problem.path("message").asText()).isEqualTo(detail);
        } else {
            assertThat(problem.path("error").asText()).isEqualTo(detail);
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + body, e);
        }
    }
}
