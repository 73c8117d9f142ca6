package dev.roost.product;

import dev.roost.database.BatchLoader;
import dev.roost.database.BatchLoaders;
import dev.roost.http.openapi.AnswersJson;
import dev.roost.http.openapi.JsonApi;
import dev.roost.http.openapi.NeedsAccessToken;
import dev.roost.http.openapi.Validates;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The catalogue's pages over HTTP. */
@Controller("/api/v1/products")
@NeedsAccessToken
@JsonApi
@Tag(name = "Products")
class ProductListController {

    private final ProductList products;
    private final JsonMapper json;
    private final BatchLoader<ProductQuery, byte[]> pages;
    private final BatchLoader<ProductQuery, byte[]> searches;

    ProductListController(ProductList products, JsonMapper json, BatchLoaders loaders) {
        this.products = products;
        this.json = json;
        this.pages = loaders.ofPages(this::json);
        this.searches = loaders.ofSearches(this::json);
    }

    @Get
    @Validates
    @AnswersJson
    @Operation(
            operationId = "listProducts",
            summary = "List products, newest first unless told otherwise",
            description =
                    "A page is reached by its number or, at the same cost however deep it is, by the cursor that the "
                            + "page before it gave. A page of a number costs more the higher that is.")
    @ApiResponse(
            responseCode = "200",
            description = "The page; an empty one past the end.",
            content = @Content(schema = @Schema(implementation = Page.class)))
    CompletableFuture<byte[]> list(
            @Valid @RequestBean ProductFilter filter,
            @QueryValue(defaultValue = "-created_at")
                    @Parameter(
                            description = "What to sort by; `-` before it is for descending. Names are sorted without "
                                    + "regard to case, and ties go by id.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {
                                                "created_at",
                                                "-created_at",
                                                "price",
                                                "-price",
                                                "name",
                                                "-name"
                                            },
                                            defaultValue = "-created_at"))
                    String sort,
            @QueryValue
                    @Nullable
                    @Parameter(
                            description = "The page's number. What is less, or no number, is read as 1.",
                            schema =
                                    @Schema(
                                            type = "integer",
                                            format = "int64",
                                            minimum = "1",
                                            maximum = "9223372036854775807",
                                            defaultValue = "1"))
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
                    String limit,
            @QueryValue
                    @Nullable
                    @Parameter(
                            description =
                                    "The `next_cursor` of the page before, with the same filters and the same `sort`; "
                                            + "not together with `page`. It means nothing to clients.",
                            schema = @Schema(maxLength = ProductCursors.MAX_LENGTH, pattern = "^[A-Za-z0-9_-]+$"))
                    String cursor) {
        var query = new ProductQuery(filter, ProductOrder.parse(sort), PageRequest.of(page, limit, cursor));
        return (ProductList.isQuick(query) ? pages : searches).load(query, Function.identity());
    }

    /** Returns the JSON of a page, which is written once for all who ask for it at the same time. */
    private byte[] json(ProductQuery query) {
        try {
            return json.writeValueAsBytes(Page.of(query.page(), products.page(query)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A page of the catalogue.
     *
     * @param data the products, in the order that was asked for
     * @param total how many products there are on all pages; absent where a filter leaves more than 1 000
     * @param page the page's number; absent where a cursor led to it
     * @param limit the most products on a page
     * @param nextCursor what leads to the next page; absent at the end
     */
    @Serdeable.Serializable
    @Schema(
            name = "ProductPage",
            requiredProperties = {"data", "limit"})
    record Page(
            @ArraySchema(maxItems = PageRequest.MAX_LIMIT) List<ProductRepresentation> data,

            @Nullable @Schema(example = "1") Long total,

            @Nullable @Schema(example = "1") Long page,

            @Schema(example = "20") int limit,

            @Nullable @Schema(example = "c2VhbA") String nextCursor) {

        static Page of(PageRequest request, ProductList.Page found) {
            return new Page(
                    found.products().stream().map(ProductRepresentation::of).toList(),
                    found.total(),
                    request.number(),
                    request.limit(),
                    found.next());
        }
    }
}
