package dev.roost.client;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which products to list, and in which order: all of them, newest first, unless it says otherwise. It cannot be changed;
 * each method returns another.
 */
public final class ProductQuery {

    final @Nullable String words;
    final @Nullable BigDecimal minPrice;
    final @Nullable BigDecimal maxPrice;
    final @Nullable Boolean inStock;
    final @Nullable Long owner;
    final @Nullable ProductSort sort;
    final @Nullable Integer limit;
    final @Nullable String cursor;

    /** Asks for all products, newest first. */
    public ProductQuery() {
        this(null, null, null, null, null, null, null, null);
    }

    private ProductQuery(
            @Nullable String words,
            @Nullable BigDecimal minPrice,
            @Nullable BigDecimal maxPrice,
            @Nullable Boolean inStock,
            @Nullable Long owner,
            @Nullable ProductSort sort,
            @Nullable Integer limit,
            @Nullable String cursor) {
        this.words = words;
        this.minPrice = minPrice;
        this.maxPrice = maxPrice;
        this.inStock = inStock;
        this.owner = owner;
        this.sort = sort;
        this.limit = limit;
        this.cursor = cursor;
    }

    /**
     * Asks for products whose name or description has these words, all of them, in any case. As in web searches, quotes
     * hold a phrase together, {@code or} is an alternative, and {@code -} rules a word out: {@code "desk lamp" -used}.
     *
     * @param words 200 characters at most
     */
    public ProductQuery words(String words) {
        Objects.requireNonNull(words, "words");
        return new ProductQuery(words, minPrice, maxPrice, inStock, owner, sort, limit, cursor);
    }

    /** Asks for products that cost so much or more. */
    public ProductQuery minPrice(BigDecimal minPrice) {
        Objects.requireNonNull(minPrice, "minPrice");
        return new ProductQuery(words, minPrice, maxPrice, inStock, owner, sort, limit, cursor);
    }

    /** Asks for products that cost so much or less. */
    public ProductQuery maxPrice(BigDecimal maxPrice) {
        Objects.requireNonNull(maxPrice, "maxPrice");
        return new ProductQuery(words, minPrice, maxPrice, inStock, owner, sort, limit, cursor);
    }

    /** Asks for products that can be sold, or for those that are sold out. */
    public ProductQuery inStock(boolean inStock) {
        return new ProductQuery(words, minPrice, maxPrice, inStock, owner, sort, limit, cursor);
    }

    /** Asks for the products of one account, which is named by its number. */
    public ProductQuery owner(long userId) {
        return new ProductQuery(words, minPrice, maxPrice, inStock, userId, sort, limit, cursor);
    }

    /** Asks for an order. */
    public ProductQuery sort(ProductSort sort) {
        Objects.requireNonNull(sort, "sort");
        return new ProductQuery(words, minPrice, maxPrice, inStock, owner, sort, limit, cursor);
    }

    /** Asks for so many products on a page, from 1 to 100; the service takes any other number for 20. */
    public ProductQuery limit(int limit) {
        return new ProductQuery(words, minPrice, maxPrice, inStock, owner, sort, limit, cursor);
    }

    /** Asks for the products from a place on in the list of an equal query, as {@link Page#nextCursor()} gives it. */
    public ProductQuery cursor(String cursor) {
        Objects.requireNonNull(cursor, "cursor");
        return new ProductQuery(words, minPrice, maxPrice, inStock, owner, sort, limit, cursor);
    }
}
