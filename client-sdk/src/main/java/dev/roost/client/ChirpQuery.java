package dev.roost.client;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which chirps to list: everybody's, oldest first, unless it says otherwise. It cannot be changed. */
public final class ChirpQuery {

    final @Nullable UUID author;
    final boolean newestFirst;
    final @Nullable Integer limit;
    final @Nullable String cursor;

    /** Asks for everybody's chirps, oldest first. */
    public ChirpQuery() {
        this(null, false, null, null);
    }

    private ChirpQuery(@Nullable UUID author, boolean newestFirst, @Nullable Integer limit, @Nullable String cursor) {
        this.author = author;
        this.newestFirst = newestFirst;
        this.limit = limit;
        this.cursor = cursor;
    }

    /** Asks for the chirps of one account, which is named by its UUID. */
    public ChirpQuery author(UUID author) {
        return new ChirpQuery(Objects.requireNonNull(author, "author"), newestFirst, limit, cursor);
    }

    /** Asks for the newest chirps first. */
    public ChirpQuery newestFirst() {
        return new ChirpQuery(author, true, limit, cursor);
    }

    /** Asks for so many chirps on a page, from 1 to 1000; the service refuses any other number. */
    public ChirpQuery limit(int limit) {
        return new ChirpQuery(author, newestFirst, limit, cursor);
    }

    /** Asks for the chirps from a place on in the list, as {@link Page#nextCursor()} gives it. */
    public ChirpQuery cursor(String cursor) {
        return new ChirpQuery(author, newestFirst, limit, Objects.requireNonNull(cursor, "cursor"));
    }
}
