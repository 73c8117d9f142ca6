package dev.roost.chirp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** How a chirp is read from a row: by the numbers of its columns, which costs no look at their names for each row. */
final class ChirpRow {

    static final String COLUMNS = "id, position, user_id, body, created_at, updated_at";

    private ChirpRow() {}

    /** Reads what is left of a result whose columns are those of a chirp. */
    static List<Chirp> readAll(ResultSet result) throws SQLException {
        var chirps = new ArrayList<Chirp>();
        while (result.next()) {
            chirps.add(new Chirp(
                    result.getObject(1, UUID.class),
                    result.getLong(2),
                    result.getObject(3, UUID.class),
                    result.getString(4),
                    instant(result, 5),
                    instant(result, 6)));
        }
        return chirps;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
