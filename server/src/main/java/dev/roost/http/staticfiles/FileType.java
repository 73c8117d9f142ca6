package dev.roost.http.staticfiles;

import io.micronaut.core.naming.NameUtils;
import io.micronaut.http.MediaType;
import java.util.Locale;
import java.util.Map;

/** Which media type a file's name stands for. */
final class FileType {

    /** What Micronaut does not know, or knows by a name that is out of use (RFC 9239). */
    private static final Map<String, String> CURRENT = Map.of(
            "js", "text/javascript",
            "mjs", "text/javascript",
            "md", "text/markdown",
            "yaml", "application/yaml",
            "yml", "application/yaml",
            "wasm", "application/wasm",
            "avif", "image/avif",
            "webmanifest", "application/manifest+json");

    private FileType() {}

    static String of(String name) {
        String extension = NameUtils.extension(name).toLowerCase(Locale.ROOT);
        String type = CURRENT.get(extension);
        if (type == null) {
            type = MediaType.forExtension(extension).map(MediaType::getName).orElse(MediaType.APPLICATION_OCTET_STREAM);
        }
        return type.startsWith("text/") ? type + "; charset=utf-8" : type;
    }
}
