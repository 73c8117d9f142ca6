package dev.roost.product;

import dev.roost.account.Caller;
import dev.roost.http.EntityTags;
import dev.roost.http.openapi.AnswersJson;
import dev.roost.http.openapi.FindsById;
import dev.roost.http.openapi.ForOwner;
import dev.roost.http.openapi.IdempotencyKey;
import dev.roost.http.openapi.IfMatch;
import dev.roost.http.openapi.IfNoneMatch;
import dev.roost.http.openapi.JsonApi;
import dev.roost.http.openapi.NeedsAccessToken;
import dev.roost.http.openapi.Validates;
import dev.roost.http.validation.Characters;
import dev.roost.idempotency.IdempotencyKeys;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The catalogue over HTTP. */
@Controller("/api/v1/products")
@NeedsAccessToken
@JsonApi
@Tag(name = "Products")
class ProductController {

    private final ProductService products;
    private final IdempotencyKeys idempotency;

    ProductController(ProductService products, IdempotencyKeys idempotency) {
        this.products = products;
        this.idempotency = idempotency;
    }

    @Post
    @Validates
    @AnswersJson
    @Operation(
            operationId = "createProduct",
            summary = "Create a product",
            description = "It belongs to the account whose access token is sent.")
    @ApiResponse(
            responseCode = "201",
            description = "The product was created.",
            content = @Content(schema = @Schema(implementation = ProductRepresentation.class)),
            headers = {
                @Header(
                        name = "Location",
                        description = "The path of the product.",
                        schema = @Schema(type = "string", format = "uri-reference")),
                @Header(
                        name = "ETag",
                        description = "The product's version.",
                        schema = @Schema(type = "string", example = "\"3\"")),
                @Header(
                        name = IdempotencyKey.REPLAYED,
                        description = "`true` where this is the answer that the `Idempotency-Key` had before.",
                        schema = @Schema(type = "string", allowableValues = "true"))
            })
    @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    CompletableFuture<HttpResponse<?>> create(
            @Parameter(hidden = true) Caller caller,
            @IdempotencyKey @Nullable String idempotencyKey,
            @Valid @Body NewProduct body) {
        var creation = new ProductCreation(caller, body.name(), body.description(), body.price(), body.stock());
        return idempotencyKey == null
                ? products.create(creation).thenApply(ProductController::created)
                : idempotency.once(
                        caller, idempotencyKey, "createProduct", body, () -> created(products.createAlone(creation)));
    }

    @Get("/{id}")
    @FindsById
    @AnswersJson
    @Operation(operationId = "getProduct", summary = "Get a product", description = "Whose it is makes no difference.")
    @ApiResponse(
            responseCode = "200",
            description = "The product.",
            content = @Content(schema = @Schema(implementation = ProductRepresentation.class)),
            headers =
                    @Header(
                            name = "ETag",
                            description = "The product's version.",
                            schema = @Schema(type = "string", example = "\"3\"")))
    @ApiResponse(responseCode = "304", ref = "#/components/responses/NotModified")
    CompletableFuture<HttpResponse<ProductRepresentation>> get(
            @Parameter(
                            description = "The product's id.",
                            example = "42",
                            schema = @Schema(minimum = "1", maximum = "9223372036854775807"))
                    long id,
            @IfNoneMatch @Nullable String ifNoneMatch) {
        EntityTags known = EntityTags.ifNoneMatch(ifNoneMatch);
        return products.find(
                id,
                product -> known.containWeakly(product.entityTag())
                        ? HttpResponse.<ProductRepresentation>notModified()
                                .header(HttpHeaders.ETAG, product.entityTag())
                        : version(product, HttpResponse.ok()));
    }

    @Patch("/{id}")
    @FindsById
    @ForOwner
    @Validates
    @AnswersJson
    @Operation(
            operationId = "updateProduct",
            summary = "Change some fields of a product of one's own",
            description = "Another account's is a 403.")
    @ApiResponse(
            responseCode = "200",
            description = "The product as it is now.",
            content = @Content(schema = @Schema(implementation = ProductRepresentation.class)),
            headers = {
                @Header(
                        name = "ETag",
                        description = "The product's version.",
                        schema = @Schema(type = "string", example = "\"3\"")),
                @Header(
                        name = IdempotencyKey.REPLAYED,
                        description = "`true` where this is the answer that the `Idempotency-Key` had before.",
                        schema = @Schema(type = "string", allowableValues = "true"))
            })
    @ApiResponse(responseCode = "412", ref = "#/components/responses/PreconditionFailed")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
    CompletableFuture<HttpResponse<?>> update(
            @Parameter(hidden = true) Caller caller,
            @Parameter(
                            description = "The product's id.",
                            example = "42",
                            schema = @Schema(minimum = "1", maximum = "9223372036854775807"))
                    long id,
            @IfMatch @Nullable String ifMatch,
            @IdempotencyKey @Nullable String idempotencyKey,
            @Body ProductPatch patch) {
        EntityTags known = EntityTags.ifMatch(ifMatch);
        return idempotencyKey == null
                ? products.update(id, caller, known, patch).thenApply(ProductController::updated)
                : idempotency.once(
                        caller,
                        idempotencyKey,
                        "updateProduct " + id,
                        patch,
                        () -> updated(products.updateAlone(id, caller, known, patch)));
    }

    @Delete(value = "/{id}", consumes = MediaType.ALL, produces = MediaType.ALL)
    @Status(HttpStatus.NO_CONTENT)
    @FindsById
    @ForOwner
    @Operation(
            operationId = "deleteProduct",
            summary = "Delete a product of one's own",
            description = "Another account's is a 403.")
    @ApiResponse(responseCode = "204", description = "The product is gone.")
    @ApiResponse(responseCode = "412", ref = "#/components/responses/PreconditionFailed")
    void delete(
            @Parameter(hidden = true) Caller caller,
            @Parameter(
                            description = "The product's id.",
                            example = "42",
                            schema = @Schema(minimum = "1", maximum = "9223372036854775807"))
                    long id,
            @IfMatch @Nullable String ifMatch) {
        products.delete(id, caller, EntityTags.ifMatch(ifMatch));
    }

    private static HttpResponse<?> created(Product product) {
        return version(product, HttpResponse.created(URI.create("/api/v1/products/" + product.id())));
    }

    private static HttpResponse<?> updated(Product product) {
        return version(product, HttpResponse.ok());
    }

    /** Fills an answer with a product and what names its version. */
    private static HttpResponse<ProductRepresentation> version(
            Product product, MutableHttpResponse<ProductRepresentation> response) {
        return response.body(ProductRepresentation.of(product)).header(HttpHeaders.ETAG, product.entityTag());
    }

    /**
     * A product to be.
     *
     * @param name the name; spaces around it are cut
     * @param description what it is
     * @param price what one costs, exactly
     * @param stock how many there are to sell; none where it is absent or null
     */
    @Serdeable
    @Schema(
            name = "NewProduct",
            requiredProperties = {"name", "price"})
    record NewProduct(
            @NotNull
            @Characters(min = 1, max = Product.MAX_NAME_LENGTH)
            @Schema(minLength = 1, maxLength = Product.MAX_NAME_LENGTH, example = "Desk lamp")
            String name,

            @Nullable
            @Characters(max = Product.MAX_DESCRIPTION_LENGTH)
            @Schema(maxLength = Product.MAX_DESCRIPTION_LENGTH, example = "Warm light, small foot.")
            String description,

            @NotNull @Price @Schema(maximum = Price.MAX, multipleOf = 0.01, example = "19.50")
            BigDecimal price,

            @Min(0)
            @Schema(
                    maximum = "2147483647",
                    nullable = true,
                    defaultValue = "0",
                    example = "3",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED)
            Integer stock) {

        NewProduct {
            name = name == null ? null : name.strip();
            stock = Objects.requireNonNullElse(stock, 0);
        }
    }
}
