package dev.roost.idempotency;

import dev.roost.account.Accounts;
import dev.roost.account.Caller;
import dev.roost.database.BlockingWork;
import dev.roost.http.openapi.IdempotencyKey;
import dev.roost.http.problem.ApiException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has a change happen once for each {@code Idempotency-Key} of an account, however often and wherever it is sent: the
 * answer is kept in the transaction of the change, for 24 hours. A refusal changes nothing, and is not kept.
 */
@Singleton
public class IdempotencyKeys {

    private final IdempotencyKeyRepository keys;
    private final RequestFingerprint fingerprints;
    private final JsonMapper json;
    private final BlockingWork work;

    IdempotencyKeys(
            IdempotencyKeyRepository keys, RequestFingerprint fingerprints, JsonMapper json, BlockingWork work) {
        this.keys = keys;
        this.fingerprints = fingerprints;
        this.json = json;
        this.work = work;
    }

    /**
     * Makes a change, or gives the answer again that it had.
     *
     * @param key what the client names its request by
     * @param operation what it asks for, such as {@code createProduct}, and of what
     * @param body with what
     * @param change makes the change in the transaction of the thread that calls it, and its answer with a body
     * @throws ApiException 400 where the key can be none, 409 while the first request with it is under way, 422 where that
     *     was another request
     */
    public CompletableFuture<HttpResponse<?>> once(
            Caller caller, String key, String operation, @Nullable Object body, Supplier<HttpResponse<?>> change) {
        if (key.length() > IdempotencyKey.MAX_LENGTH || !key.matches(IdempotencyKey.PATTERN)) {
            throw ApiException.malformed("%s must have 1 to %d visible characters of ASCII"
                    .formatted(IdempotencyKey.NAME, IdempotencyKey.MAX_LENGTH));
        }
        return work.callForRequest(() -> once(caller.id(), key, fingerprints.of(operation, body), change));
    }

    @Transactional
    HttpResponse<?> once(long accountId, String key, String fingerprint, Supplier<HttpResponse<?>> change) {
        Boolean isMine = keys.lock(accountId, key);
        if (isMine == null) {
            throw Accounts.gone();
        }
        if (!isMine) {
            throw ApiException.conflict("the first request with this Idempotency-Key is still under way");
        }
        KeptAnswer kept = keys.find(accountId, key);
        if (kept == null) {
            return keep(accountId, key, fingerprint, change.get());
        }
        if (!kept.fingerprint().equals(fingerprint)) {
            throw ApiException.invalid("", "the Idempotency-Key was used for another request");
        }
        return answer(kept).header(IdempotencyKey.REPLAYED, "true");
    }

    private HttpResponse<?> keep(long accountId, String key, String fingerprint, HttpResponse<?> response) {
        HttpHeaders headers = response.getHeaders();
        KeptAnswer kept = keys.keep(
                accountId,
                key,
                fingerprint,
                response.code(),
                headers.get(HttpHeaders.LOCATION),
                headers.get(HttpHeaders.ETAG),
                write(response.body()));
        keys.deleteExpired();
        return answer(kept);
    }

    private static MutableHttpResponse<?> answer(KeptAnswer kept) {
        var answer = HttpResponse.status(HttpStatus.valueOf(kept.status()))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(kept.body());
        if (kept.location() != null) {
            answer.header(HttpHeaders.LOCATION, kept.location());
        }
        if (kept.entityTag() != null) {
            answer.header(HttpHeaders.ETAG, kept.entityTag());
        }
        return answer;
    }

    private String write(@Nullable Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
