package dev.roost.client;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which products to list, and in which order: all of them, newest first, unless it says otherwise. It cannot be changed;
 * each method returns another.
 */
public final class ProductQuery {

    private final @Nullable String words;
    private final @Nullable BigDecimal minPrice;
    private final @Nullable BigDecimal maxPrice;
    private final @Nullable Boolean inStock;
    private final @Nullable Long owner;
    private final @Nullable ProductSort sort;
    private final @Nullable Integer limit;

    /** Asks for all products, newest first. */
    public ProductQuery() {
        this(null, null, null, null, null, null, null);
    }

    private ProductQuery(
            @Nullable String words,
            @Nullable BigDecimal minPrice,
            @Nullable BigDecimal maxPrice,
            @Nullable Boolean inStock,
            @Nullable Long owner,
            @Nullable ProductSort sort,
            @Nullable Integer limit) {
        this.words = words;
        this.minPrice = minPrice;
        this.maxPrice = maxPrice;
        this.inStock = inStock;
        this.owner = owner;
        this.sort = sort;
        this.limit = limit;
    }

    /**
     * Asks for products whose name or description has these words, all of them, in any case. As in web searches, quotes
     * hold a phrase together, {@code or} is an alternative, and {@code -} rules a word out: {@code "desk lamp" -used}.
     *
     * @param words 200 characters at most
     */
    public ProductQuery words(String words) {
        return new ProductQuery(
                Objects.requireNonNull(words, "words"), minPrice, maxPrice, inStock, owner, sort, limit);
    }

    /** Asks for products that cost so much or more. */
    public ProductQuery minPrice(BigDecimal minPrice) {
        return new ProductQuery(
                words, Objects.requireNonNull(minPrice, "minPrice"), maxPrice, inStock, owner, sort, limit);
    }

    /** Asks for products that cost so much or less. */
    public ProductQuery maxPrice(BigDecimal maxPrice) {
        return new ProductQuery(
                words, minPrice, Objects.requireNonNull(maxPrice, "maxPrice"), inStock, owner, sort, limit);
    }

    /** Asks for products that can be sold, or for those that are sold out. */
    public ProductQuery inStock(boolean inStock) {
        return new ProductQuery(words, minPrice, maxPrice, inStock, owner, sort, limit);
    }

    /** Asks for the products of one account, which is named by its number. */
    public ProductQuery owner(long userId) {
        return new ProductQuery(words, minPrice, maxPrice, inStock, userId, sort, limit);
    }

    /** Asks for an order. */
    public ProductQuery sort(ProductSort sort) {
        return new ProductQuery(words, minPrice, maxPrice, inStock, owner, Objects.requireNonNull(sort, "sort"), limit);
    }

    /** Asks for so many products on a page, from 1 to 100; the service reads any other number as 20. */
    public ProductQuery limit(int limit) {
        return new ProductQuery(words, minPrice, maxPrice, inStock, owner, sort, limit);
    }

    @Nullable
    String words() {
        return words;
    }

    @Nullable
    BigDecimal minPrice() {
        return minPrice;
    }

    @Nullable
    BigDecimal maxPrice() {
        return maxPrice;
    }

    @Nullable
    Boolean inStock() {
        return inStock;
    }

    @Nullable
    Long owner() {
        return owner;
    }

    @Nullable
    String sort() {
        return sort == null ? null : sort.parameter();
    }

    @Nullable
    Integer limit() {
        return limit;
    }
}
