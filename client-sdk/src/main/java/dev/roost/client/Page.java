package dev.roost.client;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Some items of a list, and the call for those that follow. */
public final class Page<T> {

    private final List<T> items;
    private final @Nullable Long total;
    private final @Nullable String nextCursor;
    private final Function<String, Call<Page<T>>> pageAt;

    /**
     * Makes a page.
     *
     * @param pageAt makes the call for the page at a cursor
     */
    Page(List<T> items, @Nullable Long total, @Nullable String nextCursor, Function<String, Call<Page<T>>> pageAt) {
        this.items = List.copyOf(items);
        this.total = total;
        this.nextCursor = nextCursor;
        this.pageAt = pageAt;
    }

    /** Returns the items, in the order of the list. */
    public List<T> items() {
        return items;
    }

    /** Returns how many items there are on all pages; nothing where the service does not count them. */
    public OptionalLong total() {
        return total == null ? OptionalLong.empty() : OptionalLong.of(total);
    }

    /** Returns the call for the next page; nothing at the end of the list. */
    public Optional<Call<Page<T>>> next() {
        return nextCursor().map(pageAt);
    }

    /** Returns where the next page begins, for a query that leads there later; nothing at the end of the list. */
    public Optional<String> nextCursor() {
        return Optional.ofNullable(nextCursor);
    }
}
