package dev.roost.http.staticfiles;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The packaged site: a fixed list of files, so that no path leads to any other resource. */
@Singleton
@Requires(missingProperty = FolderSite.FOLDER)
final class PackagedSite implements Site {

    private final Map<List<String>, PackagedFile> files = Stream.of(
                    "index.html", "style.css", "chirps.js", "assets/logo.png")
            .collect(Collectors.toUnmodifiableMap(
                    path -> List.of(path.split("/")), path -> PackagedFile.read("/app/" + path)));

    @Override
    public @Nullable StaticFile find(List<String> segments) {
        return files.get(segments);
    }
}
