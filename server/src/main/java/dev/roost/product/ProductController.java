package dev.roost.product;

import dev.roost.account.Caller;
import dev.roost.http.openapi.AnswersJson;
import dev.roost.http.openapi.FindsById;
import dev.roost.http.openapi.ForOwner;
import dev.roost.http.openapi.JsonApi;
import dev.roost.http.openapi.NeedsAccessToken;
import dev.roost.http.openapi.ReadsJson;
import dev.roost.http.openapi.Validates;
import dev.roost.http.validation.Characters;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
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
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalogue over HTTP. */
@Controller("/api/v1/products")
@NeedsAccessToken
@JsonApi
@Tag(name = "Products")
class ProductController {

    private final ProductService products;

    ProductController(ProductService products) {
        this.products = products;
    }

    @Post
    @ReadsJson
    @Validates
    @AnswersJson
    @Operation(operationId = "createProduct", summary = "Create a product")
    @ApiResponse(
            responseCode = "201",
            description = "The product was created.",
            content = @Content(schema = @Schema(implementation = Representation.class)),
            headers =
                    @Header(
                            name = "Location",
                            description = "The path of the product.",
                            schema = @Schema(type = "string", format = "uri-reference")))
    HttpResponse<Representation> create(@Parameter(hidden = true) Caller caller, @Valid @Body NewProduct body) {
        Product product = products.create(caller, body.name(), body.description(), body.price(), body.stock());
        return HttpResponse.created(Representation.of(product), URI.create("/api/v1/products/" + product.id()));
    }

    @Get
    @AnswersJson
    @Operation(operationId = "listProducts", summary = "List the products, newest first")
    @ApiResponse(responseCode = "200", description = "The page; an empty one past the end.")
    Page list(
            @QueryValue(defaultValue = "1")
                    @Parameter(
                            description = "The page's number. What is less, or no number, is read as 1.",
                            schema = @Schema(type = "integer", format = "int64", minimum = "1", defaultValue = "1"))
                    String page,
            @QueryValue(defaultValue = "20")
                    @Parameter(
                            description =
                                    "The most products on the page. What is out of bounds, or no number, is read as 20.",
                            schema =
                                    @Schema(
                                            type = "integer",
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "20"))
                    String limit) {
        PageRequest request = PageRequest.of(page, limit);
        return Page.of(request, products.page(request));
    }

    @Get("/{id}")
    @FindsById
    @AnswersJson
    @Operation(operationId = "getProduct", summary = "Get a product")
    @ApiResponse(responseCode = "200", description = "The product.")
    Representation get(@Parameter(description = "The product's id.", example = "42") long id) {
        return Representation.of(products.find(id));
    }

    @Patch("/{id}")
    @FindsById
    @ForOwner
    @ReadsJson
    @Validates
    @AnswersJson
    @Operation(operationId = "updateProduct", summary = "Change some fields of a product of one's own")
    @ApiResponse(responseCode = "200", description = "The product as it is now.")
    Representation update(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "The product's id.", example = "42") long id,
            @Body ProductPatch patch) {
        return Representation.of(products.update(id, caller, patch));
    }

    @Delete(value = "/{id}", produces = MediaType.ALL)
    @Status(HttpStatus.NO_CONTENT)
    @FindsById
    @ForOwner
    @Operation(operationId = "deleteProduct", summary = "Delete a product of one's own")
    @ApiResponse(responseCode = "204", description = "The product is gone.")
    void delete(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "The product's id.", example = "42") long id) {
        products.delete(id, caller);
    }

    /**
     * A product to be.
     *
     * @param name the name; spaces around it are cut
     * @param description what it is
     * @param price what one costs, exactly
     * @param stock how many there are to sell
     */
    @Serdeable.Deserializable
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

            @NotNull
            @DecimalMin("0")
            @Digits(integer = 8, fraction = 2, message = Product.PRICE_RULE)
            @Schema(maximum = Product.MAX_PRICE, multipleOf = 0.01, example = "19.90")
            BigDecimal price,

            @Min(0)
            @Schema(
                    maximum = "2147483647",
                    defaultValue = "0",
                    example = "3",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED)
            Integer stock) {

        NewProduct {
            name = name == null ? null : name.strip();
            stock = stock == null ? 0 : stock;
        }
    }

    /**
     * A product.
     *
     * @param id the product's number
     * @param userId the number of the account that owns it
     * @param name the name
     * @param description what it is; absent where nothing was said
     * @param price what one costs, exactly
     * @param stock how many there are to sell
     * @param createdAt when it was created
     * @param updatedAt when it was last changed
     */
    @Serdeable.Serializable
    @Schema(
            name = "Product",
            requiredProperties = {"id", "userId", "name", "price", "stock", "createdAt", "updatedAt"})
    record Representation(
            @Schema(example = "42") long id,

            @Schema(example = "7") long userId,

            @Schema(example = "Desk lamp") String name,

            @Nullable @Schema(example = "Warm light, small foot.")
            String description,

            @Schema(example = "19.90") BigDecimal price,

            @Schema(example = "3") int stock,

            @Schema(example = "2026-11-21T09:30:00.123456Z") Instant createdAt,

            @Schema(example = "2026-11-21T09:30:00.123456Z") Instant updatedAt) {

        static Representation of(Product product) {
            return new Representation(
                    product.id(),
                    product.userId(),
                    product.name(),
                    product.description(),
                    product.price(),
                    product.stock(),
                    product.createdAt(),
                    product.updatedAt());
        }
    }

    /**
     * A page of the catalogue.
     *
     * @param data the products, newest first
     * @param total how many products the whole catalogue has
     * @param page the page's number
     * @param limit the most products on a page
     */
    @Serdeable.Serializable
    @Schema(
            name = "ProductPage",
            requiredProperties = {"data", "total", "page", "limit"})
    record Page(
            List<Representation> data,

            @Schema(example = "1") long total,

            @Schema(example = "1") long page,

            @Schema(example = "20") int limit) {

        static Page of(PageRequest request, ProductService.Page found) {
            return new Page(
                    found.products().stream().map(Representation::of).toList(),
                    found.total(),
                    request.page(),
                    request.limit());
        }
    }
}
