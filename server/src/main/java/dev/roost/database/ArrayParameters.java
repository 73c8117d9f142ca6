package dev.roost.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sets parameters of a statement to arrays with one element for each of some items, in their order. */
public record ArrayParameters<T>(PreparedStatement statement, List<T> items) {

    /**
     * Sets a parameter.
     *
     * @param type PostgreSQL's name for the type of an element
     */
    public void set(int parameter, String type, Function<T, @Nullable Object> element) throws SQLException {
        @Nullable Object[] elements = items.stream().map(element).toArray();
        statement.setArray(parameter, statement.getConnection().createArrayOf(type, elements));
    }
}
