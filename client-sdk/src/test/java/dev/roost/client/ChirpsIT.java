package dev.roost.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.client.gen.model.Chirp;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChirpsIT {

    private final Chirps chirps = RoostServer.clientOfNewAccount().chirps();

    @Test
    void postsAChirp() {
        Chirp chirp = chirps.post("What a kerfuffle, said the 🐦");

        assertThat(chirp.getBody()).isEqualTo("What a kerfuffle, said the 🐦");
        assertThat(chirp.getId().version()).isEqualTo(7);
        assertThat(RoostServer.client().chirps().get(chirp.getId())).isEqualTo(chirp);
    }

    @Test
    void putsAsterisksInThePlaceOfSomeWords() {
        assertThat(chirps.post("What a Kerfuffle this is").getBody()).isEqualTo("What a **** this is");
    }

    @Test
    void refusesAChirpOf141Characters() {
        assertThat(chirps.post("🐦".repeat(140)).getBody()).hasSize(280);
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> chirps.post("🐦".repeat(141)))
                .satisfies(refusal -> assertThat(refusal.detail()).isEqualTo("Chirp is too long"));
    }

    @Test
    void refusesAChirpOfNobody() {
        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> RoostServer.client().chirps().post("Hello"));
    }

    @Test
    void listsAnAuthorsChirpsInBothOrders() {
        UUID author = post("one", "two", "three");

        assertThat(chirps.list(new ChirpQuery().author(author)))
                .extracting(Chirp::getBody)
                .containsExactly("one", "two", "three");
        assertThat(chirps.list(new ChirpQuery().author(author).newestFirst()))
                .extracting(Chirp::getBody)
                .containsExactly("three", "two", "one");
    }

    @Test
    void leadsThroughAllPages() {
        UUID author = post("one", "two", "three", "four", "five");

        var query = new ChirpQuery().author(author).newestFirst().limit(2);

        assertThat(chirps.list(query))
                .extracting(Chirp::getBody)
                .containsExactly("five", "four", "three", "two", "one");
        assertThat(chirps.list(query).firstPage().items()).hasSize(2);
    }

    @Test
    void listsEverybodysChirps() {
        post("one");

        assertThat(RoostServer.client().chirps().list()).isNotEmpty();
    }

    @Test
    void refusesACursorThatTheServiceDidNotGive() {
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(
                        () -> chirps.list(new ChirpQuery().cursor("nowhere")).firstPage());
    }

    @Test
    void deletesAChirpOfOnesOwnOnly() {
        UUID id = chirps.post("Not for long").getId();

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> RoostServer.clientOfNewAccount().chirps().delete(id));
        chirps.delete(id);
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> chirps.get(id));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> chirps.delete(id));
    }

    /** Posts chirps and returns who the caller is. */
    private UUID post(String... bodies) {
        UUID author = new UUID(0, 0);
        for (String body : bodies) {
            author = chirps.post(body).getUserId();
        }
        return author;
    }
}
