package dev.roost.client;

import dev.roost.client.gen.api.ChirpsApi;
import dev.roost.client.gen.model.Chirp;
import dev.roost.client.gen.model.NewChirp;
import dev.roost.client.http.LinkHeader;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The calls of the microblog. {@link Chirps} says what each does. */
public final class ChirpCalls {

    private final ChirpsApi anonymous;
    private final ChirpsApi api;
    private final RequestOptions options;

    ChirpCalls(ChirpsApi anonymous, ChirpsApi api, RequestOptions options) {
        this.anonymous = anonymous;
        this.api = api;
        this.options = options;
    }

    /** Posts a chirp of the caller's. */
    public Call<Chirp> post(String body) {
        Objects.requireNonNull(body, "body");
        var key = options.newIdempotencyKey();
        return Call.of(() -> api.createChirpWithHttpInfo(new NewChirp().body(body), key));
    }

    /** Returns the first page of everybody's chirps, oldest first. */
    public Call<Page<Chirp>> list() {
        return list(new ChirpQuery());
    }

    /** Returns the page of chirps that a query asks for. */
    public Call<Page<Chirp>> list(ChirpQuery query) {
        Objects.requireNonNull(query, "query");
        var sort = query.newestFirst ? "desc" : "asc";
        return Call.of(() -> anonymous.listChirpsWithHttpInfo(query.author, sort, query.limit, query.cursor))
                .map(response -> Json.make(() -> page(query, response)));
    }

    private Page<Chirp> page(ChirpQuery query, RoostResponse<List<Chirp>> response) {
        var next = LinkHeader.parameterOfNext(response.headers(), "cursor").orElse(null);
        return new Page<>(response.body(), null, next, cursor -> list(query.cursor(cursor)));
    }

    /** Returns a chirp. */
    public Call<Chirp> get(UUID id) {
        Objects.requireNonNull(id, "id");
        return Call.of(() -> anonymous.getChirpWithHttpInfo(id));
    }

    /** Deletes a chirp of the caller's. */
    public Call<@Nullable Void> delete(UUID id) {
        Objects.requireNonNull(id, "id");
        return Call.ofEmpty(() -> api.deleteChirpWithHttpInfo(id));
    }
}
