package dev.roost.http.staticfiles;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The web folder: its regular files, but no dot file and nothing outside, whatever the symbolic links say. */
@Singleton
@Requires(property = FolderSite.FOLDER)
final class FolderSite implements Site {

    static final String FOLDER = "roost.web.folder";

    private final Path folder;

    FolderSite(@Value("${" + FOLDER + "}") Path folder) {
        this.folder = folder;
    }

    @Override
    public @Nullable StaticFile find(List<String> segments) {
        try {
            Path root = folder.toRealPath();
            Path file = root.resolve(String.join("/", segments)).toRealPath();
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            boolean isServed = attributes.isRegularFile() && isVisible(root, file) && Files.isReadable(file);
            return isServed ? new FolderFile(file, attributes) : null;
        } catch (IOException | InvalidPathException e) { // None, or none that this system can name or show.
            return null;
        }
    }

    private static boolean isVisible(Path root, Path file) {
        return file.startsWith(root)
                && StreamSupport.stream(root.relativize(file).spliterator(), false)
                        .noneMatch(name -> name.toString().startsWith("."));
    }
}
