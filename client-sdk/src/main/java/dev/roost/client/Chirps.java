package dev.roost.client;

import dev.roost.client.gen.api.ChirpsApi;
import dev.roost.client.gen.model.Chirp;
import dev.roost.client.gen.model.NewChirp;
import java.util.Objects;
import java.util.UUID;

/** The microblog. */
public final class Chirps {

    private final ChirpsApi api;

    Chirps(ChirpsApi api) {
        this.api = api;
    }

    /**
     * Posts a chirp of the caller's.
     *
     * @param body what it says: 1 to 140 characters, which are Unicode code points
     * @return the chirp, in which asterisks stand in the place of some words
     * @throws UnauthenticatedException without a valid access token
     * @throws BadRequestException when the body is blank or too long
     */
    public Chirp post(String body) {
        return Call.run(() -> api.createChirp(new NewChirp().body(body), (String) null));
    }

    /** Returns the first page of everybody's chirps, oldest first: 1000 at most. */
    public ChirpPage list() {
        return list(new ChirpQuery());
    }

    /**
     * Returns the page of chirps that a query asks for; an empty one past the end.
     *
     * @throws BadRequestException when the cursor is none that the service gave
     */
    public ChirpPage list(ChirpQuery query) {
        Objects.requireNonNull(query, "query");
        return Call.run(() -> ChirpPage.of(
                query, api.listChirpsWithHttpInfo(query.author(), query.sort(), query.limit(), query.cursor())));
    }

    /**
     * Returns a chirp.
     *
     * @throws NotFoundException when there is none of this id
     */
    public Chirp get(UUID id) {
        return Call.run(() -> api.getChirp(id));
    }

    /**
     * Deletes a chirp of the caller's.
     *
     * @throws UnauthenticatedException without a valid access token
     * @throws NotFoundException when there is none of this id
     * @throws ForbiddenException when it is another account's
     */
    public void delete(UUID id) {
        Call.run(() -> api.deleteChirpWithHttpInfo(id));
    }
}
