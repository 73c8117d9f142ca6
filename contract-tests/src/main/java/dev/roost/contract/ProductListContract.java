package dev.roost.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.client.ProductQuery;
import dev.roost.client.ProductSort;
import dev.roost.client.Products;
import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.Product;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of products, whatever others do to the catalogue meanwhile: three have a word in common that no other has. */
@Tag("products")
@ExtendWith(DeploymentExtension.class)
class ProductListContract {

    private final Deployment deployment;
    private final Products products;
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
    private final ProductQuery query = new ProductQuery().words(word);

    private List<Product> created = List.of();

    ProductListContract(Deployment deployment) {
        this.deployment = deployment;
        this.products = deployment.owner().client().products();
    }

    @BeforeEach
    void createThree() {
        created = List.of(create("b", "30", 0), create("c", "10", 5), create("a", "20", 5));
    }

    @AfterEach
    void deleteThem() {
        created.forEach(product -> products.delete(product.getId()));
    }

    private Product create(String name, String price, int stock) {
        return products.create(new NewProduct()
                .name(name + " " + word)
                .price(new BigDecimal(price))
                .stock(stock));
    }

    @Test
    void findsProductsByAWord() {
        assertThat(products.list(query)).containsExactlyInAnyOrderElementsOf(created);
        assertThat(products.list(query).firstPage().total()).hasValue(3);
    }

    @ParameterizedTest
    @CsvSource({
        "NEWEST_FIRST, acb",
        "OLDEST_FIRST, bca",
        "PRICE_ASCENDING, cab",
        "PRICE_DESCENDING, bac",
        "NAME_ASCENDING, abc",
        "NAME_DESCENDING, cba"
    })
    void sortsThem(ProductSort sort, String names) {
        assertThat(products.list(query.sort(sort)))
                .extracting(product -> product.getName().substring(0, 1))
                .containsExactly(names.split(""));
    }

    @Test
    void keepsToAFilter() {
        assertThat(names(query.minPrice(new BigDecimal("20")))).containsExactlyInAnyOrder("a", "b");
        assertThat(names(query.maxPrice(new BigDecimal("19.99")))).containsExactly("c");
        assertThat(names(query.inStock(true))).containsExactlyInAnyOrder("a", "c");
        assertThat(names(query.inStock(false))).containsExactly("b");
        assertThat(names(query.owner(deployment.owner().id()))).hasSize(3);
        assertThat(names(query.owner(deployment.stranger().id()))).isEmpty();
    }

    private List<String> names(ProductQuery filter) {
        return products.list(filter).stream()
                .map(product -> product.getName().substring(0, 1))
                .toList();
    }

    @Test
    void leadsThroughAllPagesByCursor() {
        var pages = products.list(query.sort(ProductSort.NAME_ASCENDING).limit(2))
                .pages()
                .toList();

        assertThat(pages).hasSize(2);
        assertThat(pages.get(0).items()).hasSize(2);
        assertThat(pages.get(1).items()).hasSize(1);
        assertThat(pages.get(1).nextCursor()).isEmpty();
    }

    @Test
    void numbersPages() {
        var second = products.page(query.limit(2), 2);

        assertThat(second.getPage()).isEqualTo(2);
        assertThat(second.getLimit()).isEqualTo(2);
        assertThat(second.getTotal()).isEqualTo(3);
        assertThat(second.getData()).hasSize(1);
        assertThat(products.page(query.limit(2), 3).getData()).isEmpty();
        assertThat(products.page(query.limit(2), 3).getTotal()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=0", "page=-1", "limit=0", "limit=101"})
    void readsWhatIsOutOfBoundsAsTheDefault(String parameter) {
        var answer = deployment.send(
                "GET",
                "/api/v1/products?q=" + word + "&" + parameter,
                "",
                deployment.owner().authorization());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"page\":1,\"limit\":20");
    }

    @Test
    void refusesAPageAndACursorTogether() {
        String cursor = products.list(query.limit(2)).firstPage().nextCursor().orElseThrow();

        var answer = deployment.send(
                "GET",
                "/api/v1/products?q=" + word + "&limit=2&page=2&cursor=" + cursor,
                "",
                deployment.owner().authorization());

        assertThat(answer.statusCode()).isEqualTo(422);
    }
}
