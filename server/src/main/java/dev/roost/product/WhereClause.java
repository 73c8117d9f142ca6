package dev.roost.product;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An SQL {@code WHERE} clause of conditions that must all hold, and the values of their parameters. */
final class WhereClause {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** Adds a condition of one parameter, unless nothing is asked of it. */
    void add(String condition, @Nullable Object value) {
        if (value != null) {
            add(condition, List.of(value));
        }
    }

    void add(String condition, List<?> values) {
        conditions.add(condition);
        this.values.addAll(values);
    }

    /** Returns the clause; nothing where there are no conditions. */
    String sql() {
        return conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
    }

    /** Returns the values of the parameters, in their order. */
    List<Object> values() {
        return List.copyOf(values);
    }
}
