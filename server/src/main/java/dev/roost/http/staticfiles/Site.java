package dev.roost.http.staticfiles;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files that are served below {@code /app/}. */
interface Site {

    /** Returns the file that the segments of a path lead to, or null where that is none to be served. */
    @Nullable
    StaticFile find(List<String> segments);
}
