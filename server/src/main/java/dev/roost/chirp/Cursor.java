package dev.roost.chirp;

import dev.roost.http.problem.ApiException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/**
 * A place in the list of chirps: that of a chirp, which need not exist any more.
 *
 * @param createdAt when the chirp was created, in the database's microseconds
 * @param position which of that instant's it is
 */
record Cursor(Instant createdAt, long position) {

    /** How many characters clients see of it. */
    static final int LENGTH = 22;

    /** The place before all chirps. */
    static final Cursor START = new Cursor(Instant.EPOCH, 0);

    /** The place behind all chirps. */
    static final Cursor END = new Cursor(Instant.EPOCH.plus(Long.MAX_VALUE, ChronoUnit.MICROS), Long.MAX_VALUE);

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    static Cursor of(Chirp chirp) {
        return new Cursor(chirp.createdAt(), chirp.position());
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws ApiException 400 for anything else
     */
    static Cursor parse(String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            var cursor = new Cursor(Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS), bytes.getLong());
            if (cursor.createdAt.isBefore(Instant.EPOCH) || !cursor.toString().equals(text)) {
                throw new IllegalArgumentException("not the cursor's one spelling");
            }
            return cursor;
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw ApiException.malformed("cursor is none of this list's");
        }
    }

    /** Returns the cursor as clients see it: 22 characters that are safe in a URI. */
    @Override
    public String toString() {
        var bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, createdAt))
                .putLong(position);
        return ENCODER.encodeToString(bytes.array());
    }
}
