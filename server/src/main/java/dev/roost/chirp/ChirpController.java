package dev.roost.chirp;

import dev.roost.account.Caller;
import dev.roost.database.BatchLoader;
import dev.roost.database.BatchLoaders;
import dev.roost.http.json.JsonMember;
import dev.roost.http.openapi.AnswersJson;
import dev.roost.http.openapi.FindsById;
import dev.roost.http.openapi.ForOwner;
import dev.roost.http.openapi.IdempotencyKey;
import dev.roost.http.openapi.JsonApi;
import dev.roost.http.openapi.NeedsAccessToken;
import dev.roost.http.openapi.Validates;
import dev.roost.idempotency.IdempotencyKeys;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.json.JsonMapper;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The microblog over HTTP. */
@Controller("/api/chirps")
@Secured(SecurityRule.IS_ANONYMOUS)
@JsonApi
@Tag(name = "Chirps")
class ChirpController {

    private final ChirpService chirps;
    private final IdempotencyKeys idempotency;
    private final JsonMapper json;
    private final BatchLoader<ChirpQuery, Supplier<HttpResponse<byte[]>>> pages;

    ChirpController(ChirpService chirps, IdempotencyKeys idempotency, JsonMapper json, BatchLoaders loaders) {
        this.chirps = chirps;
        this.idempotency = idempotency;
        this.json = json;
        this.pages = loaders.ofPages(this::read);
    }

    @Post
    @NeedsAccessToken
    @Validates
    @AnswersJson
    @Operation(
            operationId = "createChirp",
            summary = "Post a chirp",
            description = "Some words are not shown: four asterisks take their place. A body that is absent, blank or "
                    + "longer than 140 characters is a 400.")
    @ApiResponse(
            responseCode = "201",
            description = "The chirp was posted.",
            content = @Content(schema = @Schema(implementation = Representation.class)),
            headers = {
                @Header(
                        name = "Location",
                        description = "The path of the chirp.",
                        schema = @Schema(type = "string", format = "uri-reference")),
                @Header(
                        name = IdempotencyKey.REPLAYED,
                        description = "`true` where this is the answer that the `Idempotency-Key` had before.",
                        schema = @Schema(type = "string", allowableValues = "true"))
            })
    @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    CompletableFuture<HttpResponse<?>> create(
            @Parameter(hidden = true) Caller caller,
            @IdempotencyKey @Nullable String idempotencyKey,
            @Body NewChirp chirp) {
        String body = chirp.body().orNull();
        if (idempotencyKey == null) {
            return chirps.create(chirps.check(caller, body)).thenApply(ChirpController::created);
        }
        return idempotency.once(
                caller,
                idempotencyKey,
                "createChirp",
                body,
                () -> created(chirps.createAlone(chirps.check(caller, body))));
    }

    private static HttpResponse<?> created(Chirp chirp) {
        return HttpResponse.created(Representation.of(chirp), URI.create("/api/chirps/" + chirp.id()));
    }

    @Get
    @AnswersJson
    @Operation(
            operationId = "listChirps",
            summary = "List everybody's chirps, or one author's",
            description = "Anybody may. Chirps of the same instant keep the order in which they were accepted.")
    @ApiResponse(
            responseCode = "200",
            description = "The chirps.",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            maxItems = ChirpQuery.MAX_LIMIT,
                                            schema = @Schema(implementation = Representation.class))),
            headers =
                    @Header(
                            name = "Link",
                            description = "Where the next chirps are, as `rel=\"next\"` (RFC 8288); absent at the end.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            example = "</api/chirps?sort=asc&limit=1000&cursor=AAZEF…>; rel=\"next\"")))
    CompletableFuture<HttpResponse<byte[]>> list(
            @QueryValue("author_id")
                    @Nullable
                    @Parameter(
                            description =
                                    "The UUID of the account whose chirps are listed; everybody's where it is absent.",
                            schema = @Schema(maxLength = 36))
                    UUID authorId,
            @QueryValue(defaultValue = "asc")
                    @Parameter(
                            description = "`desc` lists the newest first, all else the oldest.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"asc", "desc"},
                                            defaultValue = "asc"))
                    String sort,
            @QueryValue(defaultValue = "1000")
                    @Parameter(
                            description = "The most chirps to list.",
                            schema =
                                    @Schema(
                                            type = "integer",
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = "1000"))
                    long limit,
            @QueryValue
                    @Nullable
                    @Parameter(
                            description = "Where to go on. The `Link` header holds it; it means nothing to clients.",
                            schema = @Schema(maxLength = Cursor.LENGTH, pattern = "^[A-Za-z0-9_-]+$"))
                    String cursor) {
        return pages.load(ChirpQuery.of(authorId, sort, limit, cursor), Supplier::get);
    }

    /** Returns what answers a query; the JSON is written once for all who ask for it at the same time. */
    private Supplier<HttpResponse<byte[]>> read(ChirpQuery query) {
        ChirpService.Page page = chirps.page(query);
        byte[] body = json(page.chirps().stream().map(Representation::of).toList());
        if (page.next() == null) {
            return () -> HttpResponse.ok(body);
        }
        String link = "<%s>; rel=\"next\"".formatted(query.uriAfter(page.next()));
        return () -> HttpResponse.ok(body).header(HttpHeaders.LINK, link);
    }

    private byte[] json(List<Representation> chirps) {
        try {
            return json.writeValueAsBytes(chirps);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Get("/{id}")
    @FindsById
    @AnswersJson
    @Operation(operationId = "getChirp", summary = "Get a chirp", description = "Anybody may.")
    @ApiResponse(responseCode = "200", description = "The chirp.")
    CompletableFuture<Representation> get(
            @Parameter(
                            description = "The chirp's id.",
                            example = "019dbfd7-5a7c-7d2c-8f5b-0d3c6e9a4b1f",
                            schema = @Schema(maxLength = 36))
                    UUID id) {
        return chirps.find(id, Representation::of);
    }

    @Delete(value = "/{id}", consumes = MediaType.ALL, produces = MediaType.ALL)
    @Status(HttpStatus.NO_CONTENT)
    @NeedsAccessToken
    @FindsById
    @ForOwner
    @Operation(
            operationId = "deleteChirp",
            summary = "Delete a chirp of one's own",
            description = "Another account's is a 403.")
    @ApiResponse(responseCode = "204", description = "The chirp is gone.")
    void delete(
            @Parameter(hidden = true) Caller caller,
            @Parameter(
                            description = "The chirp's id.",
                            example = "019dbfd7-5a7c-7d2c-8f5b-0d3c6e9a4b1f",
                            schema = @Schema(maxLength = 36))
                    UUID id) {
        chirps.delete(id, caller);
    }

    /**
     * A chirp to be.
     *
     * @param body what it says
     */
    @Serdeable.Deserializable
    @Schema(
            name = "NewChirp",
            requiredProperties = {"body"})
    record NewChirp(
            @Schema(
                    implementation = String.class,
                    minLength = 1,
                    maxLength = Chirp.MAX_LENGTH,
                    example = "What a fine day to be a bird.")
            JsonMember<String> body) {}

    /**
     * A chirp.
     *
     * @param id the chirp's UUID, of version 7
     * @param createdAt when it was posted
     * @param updatedAt when it was last changed
     * @param body what it says, without the words that are not shown
     * @param userId the UUID of the account that posted it
     */
    @Serdeable.Serializable
    @Schema(
            name = "Chirp",
            requiredProperties = {"id", "createdAt", "updatedAt", "body", "userId"})
    record Representation(
            @Schema(example = "019dbfd7-5a7c-7d2c-8f5b-0d3c6e9a4b1f")
            UUID id,

            @Schema(example = "2026-11-21T09:30:00.123456Z") Instant createdAt,

            @Schema(example = "2026-11-21T09:30:00.123456Z") Instant updatedAt,

            @Schema(example = "What a fine day to be a bird.")
            String body,

            @Schema(example = "50746277-9d4e-4d5f-9f24-1f0c3b6b1c5e")
            UUID userId) {

        static Representation of(Chirp chirp) {
            return new Representation(chirp.id(), chirp.createdAt(), chirp.updatedAt(), chirp.body(), chirp.userId());
        }
    }
}
