package dev.roost.client;

import dev.roost.client.gen.model.Chirp;
import java.util.UUID;

/** The microblog. */
public final class Chirps {

    private final ChirpCalls calls;

    Chirps(ChirpCalls calls) {
        this.calls = calls;
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
        return calls.post(body).execute();
    }

    /** Returns everybody's chirps, oldest first, as they are read. */
    public Paged<Chirp> list() {
        return list(new ChirpQuery());
    }

    /**
     * Returns the chirps that a query asks for, as they are read.
     *
     * <p>Reading throws {@link BadRequestException} when the limit is out of bounds, or the cursor none that the service
     * gave.
     */
    public Paged<Chirp> list(ChirpQuery query) {
        return new Paged<>(calls.list(query));
    }

    /**
     * Returns a chirp.
     *
     * @throws NotFoundException when there is none of this id
     */
    public Chirp get(UUID id) {
        return calls.get(id).execute();
    }

    /**
     * Deletes a chirp of the caller's.
     *
     * @throws UnauthenticatedException without a valid access token
     * @throws NotFoundException when there is none of this id, also when an attempt whose answer got lost has deleted it
     * @throws ForbiddenException when it is another account's
     */
    public void delete(UUID id) {
        calls.delete(id).execute();
    }
}
