package dev.roost.product;

import java.sql.PreparedStatement;
import java.sql.SQLException;
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

    /** Sets the parameters from an index on, and returns the index of the one behind them. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        int index = first;
        for (Object value : values) {
            statement.setObject(index++, value);
        }
        return index;
    }
}
