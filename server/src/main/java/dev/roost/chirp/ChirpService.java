package dev.roost.chirp;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.roost.account.Accounts;
import dev.roost.account.Caller;
import dev.roost.http.problem.ApiException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of the microblog: anybody reads it, who has an account writes, and only its author deletes a chirp. */
@Singleton
class ChirpService {

    static final int MAX_LIMIT = 1_000;

    private final ChirpRepository chirps;
    private final Accounts accounts;
    private final ProfanityFilter filter;

    ChirpService(ChirpRepository chirps, Accounts accounts, ProfanityFilter filter) {
        this.chirps = chirps;
        this.accounts = accounts;
        this.filter = filter;
    }

    /** Keeps a chirp as the filter leaves it; its length is that of what was sent. */
    Chirp create(Caller caller, @Nullable String body) {
        if (body == null || body.isBlank()) {
            throw ApiException.malformed("body must be a text that is not blank");
        }
        if (body.codePointCount(0, body.length()) > Chirp.MAX_LENGTH) {
            throw ApiException.malformed("Chirp is too long");
        }
        Chirp chirp = chirps.insert(UuidCreator.getTimeOrderedEpochPlus1(), caller.uuid(), filter.clean(body));
        if (chirp == null) {
            throw Accounts.gone();
        }
        return chirp;
    }

    Chirp find(UUID id) {
        Chirp chirp = chirps.find(id);
        if (chirp == null) {
            throw notFound(id);
        }
        return chirp;
    }

    /** Returns a page of everybody's chirps, or of one author's. Without a cursor it is the first. */
    Page page(@Nullable UUID author, boolean newestFirst, long limit, @Nullable Cursor cursor) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ApiException.malformed("limit must be a whole number from 1 to %d".formatted(MAX_LIMIT));
        }
        Cursor place = cursor != null ? cursor : newestFirst ? Cursor.END : Cursor.START;
        int size = (int) limit;
        List<Chirp> found = find(author, newestFirst, place, size + 1);
        if (found.size() <= size) {
            return new Page(found, null);
        }
        List<Chirp> page = found.subList(0, size);
        return new Page(page, Cursor.of(page.getLast()));
    }

    private List<Chirp> find(@Nullable UUID author, boolean newestFirst, Cursor place, int limit) {
        if (author == null) {
            return newestFirst
                    ? chirps.findBefore(place.createdAt(), place.position(), limit)
                    : chirps.findAfter(place.createdAt(), place.position(), limit);
        }
        return newestFirst
                ? chirps.findByAuthorBefore(author, place.createdAt(), place.position(), limit)
                : chirps.findByAuthorAfter(author, place.createdAt(), place.position(), limit);
    }

    void delete(UUID id, Caller caller) {
        if (chirps.delete(id, caller.uuid()) == 0) {
            throw refusal(id, caller);
        }
    }

    /** Tells why the caller cannot delete a chirp: there is no such account, no such chirp, or it is another's. */
    private ApiException refusal(UUID id, Caller caller) {
        accounts.requireExisting(caller);
        return chirps.find(id) == null
                ? notFound(id)
                : ApiException.forbidden("chirp %s belongs to another account".formatted(id));
    }

    private static ApiException notFound(UUID id) {
        return ApiException.notFound("chirp %s does not exist".formatted(id));
    }

    /**
     * Some chirps, and where the next begin.
     *
     * @param chirps the page
     * @param next the place behind the page; null at the end of the list
     */
    record Page(List<Chirp> chirps, @Nullable Cursor next) {}
}
