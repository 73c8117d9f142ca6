package com.example.shop;

import dev.roost.client.TokenStore;
import dev.roost.client.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/** Keeps tokens in a file that nobody else can read. As a record, two stores of one file are equal. */
record FileTokenStore(Path file) implements TokenStore {

    @Override
    public Optional<Tokens> load() {
        try (var reader = Files.newBufferedReader(file)) {
            var saved = new Properties();
            saved.load(reader);
            String expiresAt = saved.getProperty("expires_at");
            return Optional.of(new Tokens(
                    saved.getProperty("access_token", ""),
                    saved.getProperty("refresh_token"),
                    expiresAt == null ? null : Instant.parse(expiresAt)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void save(Tokens tokens) {
        var properties = new Properties();
        properties.setProperty("access_token", tokens.accessToken());
        if (tokens.refreshToken() != null) {
            properties.setProperty("refresh_token", tokens.refreshToken());
        }
        if (tokens.expiresAt() != null) {
            properties.setProperty("expires_at", tokens.expiresAt().toString());
        }
        try {
            // A new file, which only its owner can read, takes the place of the old one at once.
            Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "session", ".tmp");
            try (var writer = Files.newBufferedWriter(draft)) {
                properties.store(writer, null);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
