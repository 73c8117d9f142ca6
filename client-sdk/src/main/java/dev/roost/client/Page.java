package dev.roost.client;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Some items of a list, and the call for those that follow. */
public final class Page<T> {

    private final List<T> items;
    private final @Nullable Long total;
    private final @Nullable Call<Page<T>> next;

    Page(List<T> items, @Nullable Long total, @Nullable Call<Page<T>> next) {
        this.items = List.copyOf(items);
        this.total = total;
        this.next = next;
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
        return Optional.ofNullable(next);
    }
}
