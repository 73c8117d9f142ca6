package dev.roost.chirp;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.roost.account.Accounts;
import dev.roost.account.Caller;
import dev.roost.database.BatchLoader;
import dev.roost.database.BatchLoaders;
import dev.roost.database.BatchWriter;
import dev.roost.database.Locked;
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
    private final ChirpBatches batches;
    private final BatchLoader<UUID, Chirp> rows;
    private final BatchWriter<ChirpCreation, Chirp> creations;

    ChirpService(
            ChirpRepository chirps,
            ChirpBatches batches,
            Accounts accounts,
            ProfanityFilter filter,
            BatchLoaders loaders) {
        this.chirps = chirps;
        this.accounts = accounts;
        this.filter = filter;
        this.batches = batches;
        this.rows = loaders.ofRows(this::find);
        this.creations = loaders.ofWrites(this::insert, this::createAlone);
    }

    CompletableFuture<Chirp> create(ChirpCreation creation) {
        return creations.write(creation);
    }

    /** Creates a chirp on the calling thread, in its transaction. */
    Chirp createAlone(ChirpCreation creation) {
        return batches.insert(List.of(creation), Locked.WAIT).stream()
                .findFirst()
                .orElseThrow(Accounts::gone);
    }

    /** Returns a chirp as it is to be kept: as the filter leaves it. Its length is that of what was sent. */
    ChirpCreation check(Caller caller, @Nullable String body) {
        if (body == null || body.isBlank()) {
            throw ApiException.malformed("body must be a text that is not blank");
        }
        if (body.codePointCount(0, body.length()) > Chirp.MAX_LENGTH) {
            throw ApiException.malformed("Chirp is too long");
        }
        return new ChirpCreation(UuidCreator.getTimeOrderedEpochPlus1(), caller, filter.clean(body));
    }

    private List<@Nullable Chirp> insert(List<ChirpCreation> creations) {
        Map<UUID, Chirp> created = byId(batches.insert(creations, Locked.SKIP));
        return creations.stream().map(creation -> created.get(creation.id())).toList();
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
        return byId(batches.find(List.copyOf(ids)));
    }

    private static Map<UUID, Chirp> byId(List<Chirp> chirps) {
        return chirps.stream().collect(Collectors.toMap(Chirp::id, Function.identity()));
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
