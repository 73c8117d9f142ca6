package dev.roost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.account.TestAccounts.TestAccount;
import dev.roost.account.TestAccounts.TestCaller;
import io.micronaut.web.router.Router;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what: every caller, on every route, on a thing of the owner's and on one that does not exist. */
class AccessApiTest extends ApiTest {

    private static final List<TestCaller> CALLERS = List.of(
            TestCaller.NOBODY,
            TestCaller.EXPIRED,
            TestCaller.DELETED,
            TestCaller.ANOTHER,
            TestCaller.ADMIN,
            TestCaller.OWNER);

    /** A route, what stands in its path or, with "refresh", which token is sent, and the status for each caller. */
    private static final String TABLE = """
            POST   /api/v1/auth/register      -        201 201 201 201 201 201
            POST   /api/v1/auth/login         -        401 401 401 401 401 401
            POST   /api/users                 -        201 201 201 201 201 201
            PUT    /api/users                 -        401 401 401 200 200 200
            POST   /api/login                 -        401 401 401 401 401 401
            POST   /api/refresh               -        401 401 401 401 401 401
            POST   /api/refresh               refresh  401 401 401 200 200 200
            POST   /api/revoke                -        401 204 204 204 204 204
            POST   /api/revoke                refresh  401 204 204 204 204 204
            POST   /api/v1/products           -        401 401 401 201 201 201
            GET    /api/v1/products           -        401 401 200 200 200 200
            GET    /api/v1/products/{id}      product  401 401 200 200 200 200
            GET    /api/v1/products/{id}      absent   401 401 404 404 404 404
            PATCH  /api/v1/products/{id}      product  401 401 401 403 403 200
            PATCH  /api/v1/products/{id}      absent   401 401 401 404 404 404
            DELETE /api/v1/products/{id}      product  401 401 401 403 403 204
            DELETE /api/v1/products/{id}      absent   401 401 401 404 404 404
            POST   /api/chirps                -        401 401 401 201 201 201
            GET    /api/chirps                -        200 200 200 200 200 200
            GET    /api/chirps/{id}           chirp    200 200 200 200 200 200
            GET    /api/chirps/{id}           noChirp  404 404 404 404 404 404
            DELETE /api/chirps/{id}           chirp    401 401 401 403 403 204
            DELETE /api/chirps/{id}           noChirp  401 401 401 404 404 404
            POST   /api/polka/webhooks        -        401 401 401 401 401 401
            GET    /admin/metrics             -        200 200 200 200 200 200
            POST   /admin/reset               -        403 403 403 403 403 403
            GET    /api/healthz               -        200 200 200 200 200 200
            GET    /livez                     -        200 200 200 200 200 200
            GET    /readyz                    -        200 200 200 200 200 200
            GET    /app                       -        301 301 301 301 301 301
            GET    /app/{routed:.+}           file     200 200 200 200 200 200
            GET    /app/{routed:.+}           absent   404 404 404 404 404 404
            GET    /problems                  -        200 200 200 200 200 200
            GET    /openapi.yaml              -        200 200 200 200 200 200
            GET    /swagger-ui                -        200 200 200 200 200 200
            GET    /swagger-ui/{name}         asset    200 200 200 200 200 200
            GET    /swagger-ui/{name}         absent   404 404 404 404 404 404
            """;

    @Inject
    private Router router;

    @Override
    protected Map<String, String> settings() {
        return Map.of("PASSWORD_HASH", "argon2id"); // Only because it is quicker.
    }

    @ParameterizedTest
    @MethodSource("rows")
    void decides(String row) {
        String[] cells = row.split("\\s+");
        var answers = new SoftAssertions();
        for (int i = 0; i < CALLERS.size(); i++) {
            TestAccount owner = accounts.create();
            TestCaller caller = CALLERS.get(i);
            String token = cells[2].equals("refresh")
                    ? accounts.refreshTokenOf(caller)
                    : caller == TestCaller.OWNER ? owner.token() : accounts.tokenOf(caller);
            String path = cells[1].replaceFirst("\\{.+}", thing(cells[2], owner));
            String before = everything();

            int status = exchange(request(cells[0], path, token, body(cells[0] + " " + cells[1])))
                    .statusCode();

            answers.assertThat(status)
                    .as("%s %s for %s", cells[0], path, caller)
                    .isEqualTo(Integer.valueOf(cells[3 + i]));
            if (status >= 400) {
                answers.assertThat(everything())
                        .as("the database after %s", row)
                        .isEqualTo(before);
            }
        }
        answers.assertAll();
    }

    @Test
    void isDecidedForEveryRoute() {
        List<String> routes = router.uriRoutes()
                .map(route -> route.getHttpMethodName() + " "
                        + route.getUriMatchTemplate().toPathString())
                .filter(route -> !route.startsWith("HEAD ") && !route.contains(" /test/"))
                .toList();

        assertThat(rows().map(row -> String.join(" ", List.of(row.split("\\s+")).subList(0, 2)))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(Set.copyOf(routes));
    }

    private static Stream<String> rows() {
        return TABLE.lines();
    }

    private String thing(String kind, TestAccount owner) {
        return switch (kind) {
            case "product" -> idOf(post("/api/v1/products", owner.token(), "{\"name\":\"Lamp\",\"price\":1}"));
            case "chirp" -> idOf(post("/api/chirps", owner.token(), "{\"body\":\"Hello\"}"));
            case "noChirp" -> UUID.randomUUID().toString();
            case "file" -> "assets/logo.png";
            case "asset" -> "index.css";
            default -> "999999999";
        };
    }

    private static String idOf(Answer answer) {
        return String.valueOf(answer.member("id"));
    }

    private static @Nullable String body(String route) {
        return switch (route) {
            case "POST /api/v1/auth/register",
                    "POST /api/v1/auth/login",
                    "POST /api/users",
                    "POST /api/login",
                    "PUT /api/users" -> credentials(UUID.randomUUID() + "@example.com", "supersecret");
            case "POST /api/v1/products", "PATCH /api/v1/products/{id}" -> "{\"name\":\"Chair\",\"price\":2}";
            case "POST /api/chirps" -> "{\"body\":\"Hello\"}";
            case "POST /api/polka/webhooks" -> "{\"event\":\"user.upgraded\"}";
            default -> null;
        };
    }

    /** Returns what the database holds. */
    private String everything() {
        return query("""
                SELECT concat(
                    (SELECT string_agg(a::text, ',' ORDER BY id) FROM accounts a),
                    (SELECT string_agg(p::text, ',' ORDER BY id) FROM products p),
                    (SELECT string_agg(c::text, ',' ORDER BY id) FROM chirps c),
                    (SELECT string_agg(t::text, ',' ORDER BY digest) FROM refresh_tokens t))
                """).toString();
    }
}
