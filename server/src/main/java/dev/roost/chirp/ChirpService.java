package dev.roost.chirp;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.roost.account.Accounts;
import dev.roost.account.Caller;
import dev.roost.database.BatchLoader;
import dev.roost.database.BatchLoaders;
import dev.roost.http.problem.ApiException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of the microblog: anybody reads it, who has an account writes, and only its author deletes a chirp. */
@Singleton
class ChirpService {

    private final ChirpRepository chirps;
    private final Accounts accounts;
    private final ProfanityFilter filter;
    private final BatchLoader<UUID, Chirp> rows;

    ChirpService(ChirpRepository chirps, Accounts accounts, ProfanityFilter filter, BatchLoaders loaders) {
        this.chirps = chirps;
        this.accounts = accounts;
        this.filter = filter;
        this.rows = loaders.ofRows(this::find);
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

    /** Finds a chirp and makes an answer of it. */
    <T> CompletableFuture<T> find(UUID id, Function<Chirp, T> answer) {
        return rows.load(id, chirp -> {
            if (chirp == null) {
                throw notFound(id);
            }
            return answer.apply(chirp);
        });
    }

    private Map<UUID, Chirp> find(Set<UUID> ids) {
        return chirps.find(ids.stream().map(UUID::toString).toArray(String[]::new)).stream()
                .collect(Collectors.toMap(Chirp::id, Function.identity()));
    }

    /** Returns a page of chirps; one past the end is empty. */
    Page page(ChirpQuery query) {
        List<Chirp> found = find(query, query.limit() + 1);
        if (found.size() <= query.limit()) {
            return new Page(found, null);
        }
        List<Chirp> page = found.subList(0, query.limit());
        return new Page(page, Cursor.of(page.getLast()));
    }

    private List<Chirp> find(ChirpQuery query, int limit) {
        UUID author = query.author();
        Cursor place = query.after();
        if (author == null) {
            return query.isNewestFirst()
                    ? chirps.findBefore(place.createdAt(), place.position(), limit)
                    : chirps.findAfter(place.createdAt(), place.position(), limit);
        }
        return query.isNewestFirst()
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
