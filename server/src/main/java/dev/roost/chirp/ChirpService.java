package dev.roost.chirp;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.roost.account.Accounts;
import dev.roost.account.Caller;
import dev.roost.http.problem.ApiException;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of the microblog: anybody reads it, who has an account writes, and only its author deletes a chirp. */
@Singleton
class ChirpService {

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
}
