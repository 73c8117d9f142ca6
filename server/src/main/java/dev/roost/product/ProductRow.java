package dev.roost.product;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** How a product is read from a row: by the numbers of its columns, which costs no look at their names for each row. */
final class ProductRow {

    static final String COLUMNS = "id, user_id, name, description, price, stock, created_at, updated_at, version";

    private ProductRow() {}

    /** Reads what is left of a result whose first columns are those of a product. */
    static List<Product> readAll(ResultSet result) throws SQLException {
        var products = new ArrayList<Product>();
        while (result.next()) {
            products.add(read(result));
        }
        return products;
    }

    static Product read(ResultSet row) throws SQLException {
        return new Product(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getBigDecimal(5),
                row.getInt(6),
                instant(row, 7),
                instant(row, 8),
                row.getLong(9));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
