package dev.roost.client;

import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A list that is fetched page by page, each when it is needed and again each time the list is read. */
public final class Paged<T> implements Iterable<T> {

    private final Call<Page<T>> first;

    Paged(Call<Page<T>> first) {
        this.first = first;
    }

    /** Fetches the first page. */
    public Page<T> firstPage() {
        return first.execute();
    }

    /** Returns the pages. */
    public Stream<Page<T>> pages() {
        var pages = Spliterators.spliteratorUnknownSize(new Pages<>(first), Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(pages, false);
    }

    /** Returns the items of all pages. */
    public Stream<T> stream() {
        return pages().flatMap(page -> page.items().stream());
    }

    @Override
    public Iterator<T> iterator() {
        return stream().iterator();
    }

    private static final class Pages<T> implements Iterator<Page<T>> {

        private Optional<Call<Page<T>>> next;

        Pages(Call<Page<T>> first) {
            this.next = Optional.of(first);
        }

        @Override
        public boolean hasNext() {
            return next.isPresent();
        }

        @Override
        public Page<T> next() {
            Page<T> page = next.orElseThrow().execute();
            next = page.next();
            return page;
        }
    }
}
