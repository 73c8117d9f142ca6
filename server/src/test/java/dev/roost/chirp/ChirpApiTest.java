package dev.roost.chirp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.account.TestAccounts.TestAccount;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChirpApiTest extends ApiTest {

    private static final String CHIRPS = "/api/chirps";

    private TestAccount author;

    @BeforeAll
    void createAuthor() {
        author = accounts.create();
    }

    @Test
    void postsAChirp() {
        Answer answer = create("{\"body\":\"  What a fine day.\\n\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(CHIRPS + "/" + answer.member("id"));
        assertThat(UUID.fromString((String) answer.member("id")).version()).isEqualTo(7);
        assertThat(answer.member("user_id")).isEqualTo(author.uuid().toString());
        assertThat(answer.member("body")).isEqualTo("  What a fine day.\n");
        assertThat((String) answer.member("created_at")).endsWith("Z");
        assertThat(answer.member("updated_at")).isEqualTo(answer.member("created_at"));
        assertThat(answer.body().size()).isEqualTo(5);
        assertThat(get(CHIRPS + "/" + answer.member("id"), null).body()).isEqualTo(answer.body());
    }

    @Test
    void ignoresMembersThatAreNotTheClientsToSet() {
        Answer answer = create("""
                {"body":"Hello","id":"019dbfd7-5a7c-7d2c-8f5b-0d3c6e9a4b1f","user_id":5,"is_chirpy_red":true,
                 "created_at":"2000-01-01T00:00:00Z","position":-1}
                """);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.member("id")).isNotEqualTo("019dbfd7-5a7c-7d2c-8f5b-0d3c6e9a4b1f");
        assertThat(answer.member("user_id")).isEqualTo(author.uuid().toString());
        assertThat((String) answer.member("created_at")).doesNotStartWith("2000");
        assertThat(answer.body().get("is_chirpy_red")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "漢", "🐦", "𠀀", "\uDB40\uDC01", "\uDBFF\uDFFD", "e\u0301", " a "})
    void countsCodePoints(String text) {
        int length = text.codePointCount(0, text.length());
        String longest = text.repeat(140 / length) + "a".repeat(140 % length);

        Answer fits = create("{\"body\":\"%s\"}".formatted(longest));
        Answer tooLong = create("{\"body\":\"%sa\"}".formatted(longest));

        assertThat(fits.status()).isEqualTo(201);
        assertThat(fits.member("body")).isEqualTo(longest);
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.member("detail")).isEqualTo("Chirp is too long");
        assertThat(tooLong.member("error")).isEqualTo("Chirp is too long");
    }

    @Test
    void measuresWhatWasSentAndNotWhatTheFilterLeft() {
        assertThat(create("{\"body\":\"%s\"}".formatted("kerfuffle ".repeat(14)))
                        .status())
                .isEqualTo(201);
        assertThat(create("{\"body\":\"%sa\"}".formatted("kerfuffle ".repeat(14)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void keepsNoFilteredWord() {
        Answer answer = create("{\"body\":\"A kerfuffle,  a KerFuffle and  Sharbert! by fornax\"}");

        assertThat(answer.member("body")).isEqualTo("A kerfuffle,  a **** and  Sharbert! by ****");
        assertThat(get(CHIRPS + "/" + answer.member("id"), null).member("body")).isEqualTo(answer.member("body"));
    }

    @Test
    void returnsTextAsItCame() {
        Answer answer = create("{\"body\":\"<script>alert('🪶')</script> ' OR 1=1 --\"}");

        assertThat(answer.member("body")).isEqualTo("<script>alert('🪶')</script> ' OR 1=1 --");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"text\":\"Hello\"}",
                "{\"body\":null}",
                "{\"body\":\"\"}",
                "{\"body\":\" \\t\\n\"}",
                "{\"body\":5}",
                "{\"body\":true}",
                "{\"body\":[\"Hello\"]}",
                "{\"body\":{\"body\":\"Hello\"}}",
                "{\"body\":\"a\\u0000\"}",
                "{\"body\":\"\\ud83d\"}",
                "{\"body\":\"a\",\"body\":\"b\"}",
                "{\"body\":\"a\"} x",
                "{\"body\":\"a\"",
                "\"Hello\"",
                "[]",
                "null",
                "",
                "Hello"
            })
    void refusesABodyThatIsNone(String body) {
        Answer answer = create(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.member("error")).isEqualTo(answer.member("detail"));
    }

    @Test
    void takesJsonOnly() {
        assertThat(send(request(CHIRPS)
                                .header("Authorization", "Bearer " + author.token())
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("{\"body\":\"Hello\"}")))
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "null", "1-1-1-1-1", "019dbfd75a7c7d2c8f5b0d3c6e9a4b1f", "%00", "'%20or%201=1"})
    void refusesAnIdThatIsNoUuid(String id) {
        assertThat(get(CHIRPS + "/" + id, null).status()).isEqualTo(400);
        assertThat(send("DELETE", CHIRPS + "/" + id, author.token(), null).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"PUT, ''", "PATCH, ''", "DELETE, ''", "PUT, /x", "PATCH, /x", "POST, /x"})
    void knowsNoOtherMethods(String method, String path) {
        Answer answer = send(method, CHIRPS + path, author.token(), null);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(List.of(String.valueOf(answer.header("Allow")).split(",")))
                .contains("GET")
                .doesNotContain(method);
    }

    @Test
    void deletesAChirpOnce() {
        Object id = create("{\"body\":\"Hello\"}").member("id");

        Answer deleted = send("DELETE", CHIRPS + "/" + id, author.token(), null);

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.response().body()).isEmpty();
        assertThat(send("DELETE", CHIRPS + "/" + id, author.token(), null).status())
                .isEqualTo(404);
    }

    @Test
    void deletesTheChirpsOfADeletedAccount() {
        TestAccount leaver = accounts.create();
        Object id = post(CHIRPS, leaver.token(), "{\"body\":\"Bye\"}").member("id");

        accounts.delete(leaver);

        assertThat(get(CHIRPS + "/" + id, null).status()).isEqualTo(404);
    }

    private Answer create(String body) {
        return post(CHIRPS, author.token(), body);
    }
}
