package dev.roost.chirp;

import dev.roost.http.problem.ApiException;
import io.micronaut.http.uri.UriBuilder;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which chirps are asked for.
 *
 * @param author whose they are; null for everybody's
 * @param isNewestFirst whether the newest come first, and not the oldest
 * @param limit the most of them, from 1 to 1 000
 * @param after the place that they lie behind
 */
record ChirpQuery(@Nullable UUID author, boolean isNewestFirst, int limit, Cursor after) {

    static final int MAX_LIMIT = 1_000;

    /**
     * Reads what a client asks for; without a cursor, that is the first page.
     *
     * @throws ApiException 400 for a limit out of bounds, and for a cursor that is none
     */
    static ChirpQuery of(@Nullable UUID author, String sort, long limit, @Nullable String cursor) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ApiException.malformed("limit must be a whole number from 1 to %d".formatted(MAX_LIMIT));
        }
        boolean isNewestFirst = sort.equals("desc");
        Cursor start = isNewestFirst ? Cursor.END : Cursor.START;
        return new ChirpQuery(author, isNewestFirst, (int) limit, cursor == null ? start : Cursor.parse(cursor));
    }

    /** Returns where the chirps are that lie behind a place. */
    URI uriAfter(Cursor place) {
        return UriBuilder.of("/api/chirps")
                .queryParam("author_id", author) // Left out where it is null.
                .queryParam("sort", isNewestFirst ? "desc" : "asc")
                .queryParam("limit", limit)
                .queryParam("cursor", place)
                .build();
    }
}
