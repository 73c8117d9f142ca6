package dev.roost.product;

import dev.roost.http.openapi.AnswersJson;
import dev.roost.http.openapi.JsonApi;
import dev.roost.http.openapi.NeedsAccessToken;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** The catalogue's pages over HTTP. */
@Controller("/api/v1/products")
@NeedsAccessToken
@JsonApi
@Tag(name = "Products")
class ProductListController {

    private final ProductService products;

    ProductListController(ProductService products) {
        this.products = products;
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
            List<ProductRepresentation> data,

            @Schema(example = "1") long total,

            @Schema(example = "1") long page,

            @Schema(example = "20") int limit) {

        static Page of(PageRequest request, ProductService.Page found) {
            return new Page(
                    found.products().stream().map(ProductRepresentation::of).toList(),
                    found.total(),
                    request.page(),
                    request.limit());
        }
    }
}
