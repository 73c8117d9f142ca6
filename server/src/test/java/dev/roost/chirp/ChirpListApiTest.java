package dev.roost.chirp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.account.TestAccounts.TestAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChirpListApiTest extends ApiTest {

    private static final String CHIRPS = "/api/chirps";
    private static final Pattern NEXT = Pattern.compile("<(/api/chirps\\?[^>]+)>; rel=\"next\"");

    private TestAccount author;

    @BeforeEach
    void startAfresh() {
        execute("TRUNCATE chirps");
        author = accounts.create();
    }

    @Test
    void isEmptyAtFirst() {
        Answer answer = get(CHIRPS, null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body()).isEqualTo("[]");
        assertThat(answer.header("Link")).isNull();
    }

    @Test
    void listsTheOldestFirstUnlessToldOtherwise() {
        List.of("1", "2", "3", "4").forEach(this::post);

        assertThat(bodies(get(CHIRPS, null))).containsExactly("1", "2", "3", "4");
        assertThat(bodies(get(CHIRPS + "?sort=asc", null))).containsExactly("1", "2", "3", "4");
        assertThat(bodies(get(CHIRPS + "?sort=desc", null))).containsExactly("4", "3", "2", "1");
    }

    @Test
    void keepsTheOrderOfAcceptanceWithinAnInstant() {
        for (int i = 1; i <= 4; i++) { // With ids whose order is the other one.
            insert(author, new UUID(100 - i, 0), i, "2026-11-21T09:30:00.123456Z");
        }

        assertThat(bodies(get(CHIRPS, null))).containsExactly("1", "2", "3", "4");
        assertThat(bodies(get(CHIRPS + "?sort=desc", null))).containsExactly("4", "3", "2", "1");
        assertThat(walk(CHIRPS + "?limit=1")).containsExactly("1", "2", "3", "4");
        assertThat(walk(CHIRPS + "?limit=1&sort=desc")).containsExactly("4", "3", "2", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DESC", "descending", "", "asc", "desc;drop%20table%20chirps"})
    void readsEveryOtherSortAsAscending(String sort) {
        List.of("1", "2").forEach(this::post);

        assertThat(bodies(get(CHIRPS + "?sort=" + sort, null))).containsExactly("1", "2");
    }

    @Test
    void listsOneAuthorsChirps() {
        post("1");
        post(accounts.create(), "2");
        post("3");

        assertThat(bodies(get(CHIRPS + "?author_id=" + author.uuid(), null))).containsExactly("1", "3");
        assertThat(bodies(get(CHIRPS + "?sort=desc&author_id=" + author.uuid(), null)))
                .containsExactly("3", "1");
        assertThat(bodies(get(CHIRPS + "?author_id=", null))).containsExactly("1", "2", "3");
        assertThat(get(CHIRPS + "?author_id=" + UUID.randomUUID(), null)
                        .response()
                        .body())
                .isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "1-1-1-1-1", "'%20or%201=1--"})
    void refusesAnAuthorThatIsNoUuid(String author) {
        Answer answer = get(CHIRPS + "?author_id=" + author, null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat((String) answer.member("detail")).contains("author_id");
    }

    @ParameterizedTest
    @CsvSource({"'', 1000", "?limit=1, 1", "?limit=999, 999", "?limit=1000, 1000"})
    void listsAsManyAsAreAskedForAndAThousandOtherwise(String query, int size) {
        insertMany(1001);

        Answer answer = get(CHIRPS + query, null);

        assertThat(answer.body().size()).isEqualTo(size);
        assertThat(next(answer)).isNotNull();
    }

    @Test
    void hasNoNextPageWhereTheLastOneIsFull() {
        insertMany(4);

        assertThat(walk(CHIRPS + "?limit=2")).containsExactly("1", "2", "3", "4");
        assertThat(next(get(CHIRPS + "?limit=4", null))).isNull();
        assertThat(next(get(CHIRPS + "?limit=3", null))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-1", "1001", "2147483648", "4294967297", "9223372036854775808", "01", "1.5", "abc", ""})
    void refusesALimitOutOfBounds(String limit) {
        Answer answer = get(CHIRPS + "?limit=" + limit, null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat((String) answer.member("detail")).contains("limit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5", "AAAAAAAAAAAAAAAAAAAAAB", "gAAAAAAAAAAAAAAAAAAAAA", "'%20or%201=1--", "%F0%9F%90%A6"})
    void refusesACursorThatIsNone(String cursor) {
        Answer answer = get(CHIRPS + "?cursor=" + cursor, null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.member("detail")).isEqualTo("cursor is none of this list's");
    }

    /** What a client could make up is a place like any other, and nothing that the database would stumble over. */
    @Test
    void takesTheFirstPlaceAndTheLast() {
        post("1");

        assertThat(bodies(get(CHIRPS + "?cursor=" + Cursor.START, null))).containsExactly("1");
        assertThat(bodies(get(CHIRPS + "?cursor=" + Cursor.END, null))).isEmpty();
        assertThat(bodies(get(CHIRPS + "?sort=desc&cursor=" + Cursor.END, null)))
                .containsExactly("1");
        assertThat(bodies(get(CHIRPS + "?sort=desc&cursor=" + Cursor.START, null)))
                .isEmpty();
    }

    @Test
    void repeatsWhatWasAskedForInTheLink() {
        insertMany(3);

        assertThat(next(get(CHIRPS + "?limit=1&sort=desc&author_id=" + author.uuid(), null)))
                .contains("author_id=" + author.uuid(), "sort=desc", "limit=1", "cursor=");
        assertThat(next(get(CHIRPS + "?limit=2", null))).contains("limit=2").doesNotContain("author_id", "desc");
    }

    @ParameterizedTest
    @CsvSource({"asc, false", "desc, false", "asc, true", "desc, true"})
    void pagesThroughEverythingWhileChirpsComeAndGo(String sort, boolean ofOneAuthor) {
        TestAccount another = accounts.create();
        var expected = new ArrayList<String>();
        for (int i = 1; i <= 30; i++) { // Three an instant.
            insert(i % 2 == 0 ? author : another, UUID.randomUUID(), i, "2026-11-21T09:30:00.%06dZ".formatted(i / 3));
            if (i % 2 == 0 || !ofOneAuthor) {
                expected.add(Integer.toString(i));
            }
        }
        if (sort.equals("desc")) {
            expected.sort((a, b) -> Integer.compare(Integer.parseInt(b), Integer.parseInt(a)));
        }

        var seen = new ArrayList<String>();
        String path = CHIRPS + "?limit=4&sort=" + sort + (ofOneAuthor ? "&author_id=" + author.uuid() : "");
        while (path != null) {
            Answer page = get(path, null);
            seen.addAll(bodies(page));
            path = next(page);
            execute("DELETE FROM chirps WHERE body = '%s'".formatted(seen.getLast())); // The one that the cursor names.
            // Behind the reader, so never seen.
            insert(author, UUID.randomUUID(), 99, sort.equals("asc") ? "2000-01-01T00:00:00Z" : "2100-01-01T00:00:00Z");
        }

        assertThat(seen).isEqualTo(expected);
    }

    private void post(String body) {
        post(author, body);
    }

    private void post(TestAccount account, String body) {
        assertThat(post(CHIRPS, account.token(), "{\"body\":\"%s\"}".formatted(body))
                        .status())
                .isEqualTo(201);
    }

    private List<String> walk(String path) {
        var seen = new ArrayList<String>();
        for (String next = path; next != null; ) {
            Answer page = get(next, null);
            seen.addAll(bodies(page));
            assertThat(seen).doesNotHaveDuplicates(); // Or this would never end.
            next = next(page);
        }
        return seen;
    }

    private static @Nullable String next(Answer answer) {
        String link = answer.header("Link");
        if (link == null) {
            return null;
        }
        Matcher matcher = NEXT.matcher(link);
        assertThat(matcher.matches()).as(link).isTrue();
        return matcher.group(1);
    }

    private static List<String> bodies(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        var bodies = new ArrayList<String>();
        answer.body().values().forEach(chirp -> bodies.add(chirp.get("body").getStringValue()));
        return bodies;
    }

    private void insertMany(int count) {
        execute("INSERT INTO chirps (id, user_id, body) SELECT gen_random_uuid(), '%s', i FROM generate_series(1, %d) i"
                .formatted(author.uuid(), count));
    }

    private void insert(TestAccount account, UUID id, int body, String createdAt) {
        execute("INSERT INTO chirps (id, user_id, body, created_at) VALUES ('%s', '%s', '%d', '%s')"
                .formatted(id, account.uuid(), body, createdAt));
    }
}
