package dev.roost.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.Product;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which products a query finds, in which order, and over all pages. */
class ProductListIT {

    private final RoostClient client = RoostServer.clientOfNewAccount();
    private ProductQuery mine;

    @BeforeEach
    void createProducts() {
        Product first = create("Desk lamp", "19.90", 3);
        create("apple crate", "5", 0);
        create("Zinc lamp", "19.90", 1);
        create("Bookshelf", "120.50", 2);
        create("Lamp shade", "7.25", 0);
        mine = new ProductQuery().owner(first.getUserId());
    }

    @Test
    void readsAllPagesOfAListEachTime() {
        Paged<Product> products = client.products().list(mine.limit(2));

        assertThat(products)
                .extracting(Product::getName)
                .containsExactly("Lamp shade", "Bookshelf", "Zinc lamp", "apple crate", "Desk lamp");
        assertThat(products.stream().map(Product::getStock)).containsExactly(0, 2, 1, 0, 3);
        assertThat(products.pages()).hasSize(3).allMatch(page -> page.total().orElseThrow() == 5);
    }

    @Test
    void readsAllPagesWithoutAThreadThatWaits() {
        List<String> names = new CopyOnWriteArrayList<>();

        var end = client.async().products().list(mine.limit(2)).forEach(product -> names.add(product.getName()));

        assertThat(end).succeedsWithin(Duration.ofMinutes(1));
        assertThat(names).hasSize(5).startsWith("Lamp shade").endsWith("Desk lamp");
    }

    @Test
    void startsWithTheNewestOfEverybodysProducts() {
        assertThat(client.products().list().stream().limit(2))
                .extracting(Product::getName)
                .containsExactly("Lamp shade", "Bookshelf");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OLDEST_FIRST|Desk lamp, apple crate, Zinc lamp, Bookshelf, Lamp shade",
                "NEWEST_FIRST|Lamp shade, Bookshelf, Zinc lamp, apple crate, Desk lamp",
                "PRICE_ASCENDING|apple crate, Lamp shade, Desk lamp, Zinc lamp, Bookshelf",
                "PRICE_DESCENDING|Bookshelf, Zinc lamp, Desk lamp, Lamp shade, apple crate",
                "NAME_ASCENDING|apple crate, Bookshelf, Desk lamp, Lamp shade, Zinc lamp",
                "NAME_DESCENDING|Zinc lamp, Lamp shade, Desk lamp, Bookshelf, apple crate"
            })
    void sorts(ProductSort sort, String names) {
        assertThat(names(mine.sort(sort).limit(2))).containsExactly(names.split(", "));
    }

    @Test
    void filters() {
        assertThat(names(mine.words("lamp"))).containsExactly("Lamp shade", "Zinc lamp", "Desk lamp");
        assertThat(names(mine.words("lamp -shade").minPrice(new BigDecimal("19.90"))))
                .hasSize(2);
        assertThat(names(mine.maxPrice(new BigDecimal("7.25")))).containsExactly("Lamp shade", "apple crate");
        assertThat(names(mine.inStock(false))).containsExactly("Lamp shade", "apple crate");
        assertThat(names(mine.inStock(true).words("lamp").sort(ProductSort.NAME_ASCENDING)))
                .containsExactly("Desk lamp", "Zinc lamp");
        assertThat(names(mine.words("ä ö ü 🪶 & ? % +"))).isEmpty();
    }

    @Test
    void aCursorIsForAnEqualQueryAlone() {
        var cursor =
                client.products().list(mine.limit(2)).firstPage().nextCursor().orElseThrow();

        assertThat(names(mine.cursor(cursor))).containsExactly("Zinc lamp", "apple crate", "Desk lamp");
        assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> client.products()
                .list(mine.inStock(true).cursor(cursor))
                .firstPage());
    }

    @Test
    void refusesAPriceThatIsNone() {
        var list = client.products().list(mine.minPrice(new BigDecimal("-1")));

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(list::firstPage)
                .satisfies(refusal ->
                        assertThat(refusal.errors().get(0).getField()).isEqualTo("min_price"));
    }

    private Product create(String name, String price, int stock) {
        return client.products()
                .create(new NewProduct().name(name).price(new BigDecimal(price)).stock(stock));
    }

    private Stream<String> names(ProductQuery query) {
        return client.products().list(query).stream().map(Product::getName);
    }
}
