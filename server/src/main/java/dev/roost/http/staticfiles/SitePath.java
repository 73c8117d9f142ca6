package dev.roost.http.staticfiles;

import dev.roost.http.PercentEncoding;
import dev.roost.http.problem.ApiException;
import java.util.ArrayList;
import java.util.List;

/** Reads the path of a request as the names that lead to a file, each decoded once. */
final class SitePath {

    private static final String INDEX = "index.html";

    private SitePath() {}

    /**
     * Returns the names that a path leads along; one that ends with a slash leads to an index.
     *
     * @param path a path below the site's root, percent-encoded, without a slash in front
     * @throws ApiException 400 when it is not percent-encoded UTF-8, 404 when one of its names is no file's
     */
    static List<String> read(String path) {
        var names = new ArrayList<String>();
        for (String segment : (path.isEmpty() || path.endsWith("/") ? path + INDEX : path).split("/", -1)) {
            String name = decode(segment);
            if (!isFileName(name)) {
                throw ApiException.notFound();
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    /** Returns the names of the index of what would be a folder. */
    static List<String> indexBelow(List<String> folder) {
        var names = new ArrayList<>(folder);
        names.add(INDEX);
        return List.copyOf(names);
    }

    private static String decode(String segment) {
        try {
            return PercentEncoding.decode(segment);
        } catch (IllegalArgumentException e) {
            throw ApiException.malformed("the path is not percent-encoded UTF-8");
        }
    }

    /** Dot files are nobody's business, and what no system takes for a plain name may be more than that to one. */
    private static boolean isFileName(String name) {
        return !name.isEmpty()
                && !name.startsWith(".")
                && !name.endsWith(".")
                && !name.endsWith(" ")
                && name.codePoints().noneMatch(c -> c == '/' || c == '\\' || c == ':' || Character.isISOControl(c));
    }
}
