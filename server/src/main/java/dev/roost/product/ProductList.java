package dev.roost.product;

import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of the catalogue, by number or by cursor. */
@Singleton
class ProductList {

    /** How many matches of a filter are counted: a count costs more the more there are. */
    static final long MOST_COUNTED = 1_000;

    /** How many products a page's number may lead past without being a search. */
    private static final long MOST_SKIPPED = 10_000;

    private final ProductSearch search;
    private final ProductRepository products;
    private final ProductCursors cursors;

    ProductList(ProductSearch search, ProductRepository products, ProductCursors cursors) {
        this.search = search;
        this.products = products;
        this.cursors = cursors;
    }

    /** Tells whether a page is no search: it costs as little as any, however many products there are. */
    static boolean isQuick(ProductQuery query) {
        return query.filter().isEmpty() && query.page().offset() <= MOST_SKIPPED;
    }

    /** Returns the page; an empty one past the end. */
    @Connectable
    Page page(ProductQuery query) {
        ProductFilter filter = query.filter();
        ProductOrder order = query.order();
        PageRequest request = query.page();
        Long total = total(filter);
        List<Product> found = find(filter, order, request, total);
        if (found.size() <= request.limit()) {
            return new Page(found, total, null);
        }
        List<Product> page = found.subList(0, request.limit());
        return new Page(page, total, cursors.seal(ProductPlace.of(page.getLast(), order), filter, order));
    }

    /** Returns the page's products, and one more where there is a next page. */
    private List<Product> find(ProductFilter filter, ProductOrder order, PageRequest request, @Nullable Long total) {
        boolean areFew = total != null && filter.isIndexed(); // PostgreSQL can but guess that.
        int most = request.limit() + 1;
        if (request.cursor() != null) {
            return search.find(filter, areFew, order, cursors.open(request.cursor(), filter, order), most, 0);
        }
        boolean isPastEnd = total != null && request.offset() >= total;
        return isPastEnd ? List.of() : search.find(filter, areFew, order, null, most, request.offset());
    }

    /** Returns how many products meet a filter, a moment before the page is read; null where that is too many to count. */
    private @Nullable Long total(ProductFilter filter) {
        if (filter.isEmpty()) {
            return products.count();
        }
        long counted = search.count(filter, MOST_COUNTED + 1);
        return counted > MOST_COUNTED ? null : counted;
    }

    /**
     * Some products.
     *
     * @param products the page
     * @param total how many there are on all pages; null where that is too many to count
     * @param next the cursor of the next page; null at the end
     */
    record Page(
            List<Product> products,
            @Nullable Long total,
            @Nullable String next) {}
}
