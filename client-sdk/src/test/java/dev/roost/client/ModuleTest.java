package dev.roost.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ModuleTest {

    private final ModuleDescriptor module = ModuleFinder.of(Path.of("target/classes"))
            .find("dev.roost.client")
            .orElseThrow()
            .descriptor();

    @Test
    void exportsTheFaceAndTheGeneratedClasses() {
        assertThat(module.exports())
                .extracting(Exports::source)
                .containsExactlyInAnyOrder(
                        "dev.roost.client",
                        "dev.roost.client.gen",
                        "dev.roost.client.gen.api",
                        "dev.roost.client.gen.model");
    }
}
