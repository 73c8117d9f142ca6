package dev.roost.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.client.BadRequestException;
import dev.roost.client.ChirpQuery;
import dev.roost.client.Chirps;
import dev.roost.client.ForbiddenException;
import dev.roost.client.NotFoundException;
import dev.roost.client.RequestOptions;
import dev.roost.client.UnauthenticatedException;
import dev.roost.client.gen.model.Chirp;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The microblog. */
@Tag("chirps")
@ExtendWith(DeploymentExtension.class)
class ChirpsContract {

    private final Deployment deployment;
    private final Chirps chirps;

    ChirpsContract(Deployment deployment) {
        this.deployment = deployment;
        this.chirps = deployment.owner().client().chirps();
    }

    @Test
    void postsAChirp() {
        var posted = deployment
                .owner()
                .client()
                .calls()
                .chirps()
                .post("What  a fine day, <b>said</b> the 🐦")
                .response();

        Chirp chirp = posted.body();
        assertThat(posted.headers().firstValue("Location"))
                .hasValueSatisfying(path -> assertThat(path).endsWith("/api/chirps/" + chirp.getId()));
        assertThat(chirp.getBody()).isEqualTo("What  a fine day, <b>said</b> the 🐦");
        assertThat(chirp.getId().version()).isEqualTo(7);
        assertThat(deployment.nobody().chirps().get(chirp.getId())).isEqualTo(chirp);
    }

    @Test
    void counts140CharactersWhateverTheirSize() {
        assertThat(chirps.post("🐦".repeat(140)).getBody()).isEqualTo("🐦".repeat(140));
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> chirps.post("🐦".repeat(141)))
                .satisfies(refusal -> assertThat(refusal.detail()).isEqualTo("Chirp is too long"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"body\":null}", "{\"body\":\"\"}", "{\"body\":1}", "[]", "chirp"})
    void refusesWhatIsNoChirp(String body) {
        assertThat(deployment
                        .send("POST", "/api/chirps", body, deployment.owner().json())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void letsNobodyPostWithoutAnAccount() {
        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> deployment.nobody().chirps().post("Hello"));
    }

    @Test
    void listsAnAuthorsChirpsInTheOrderInWhichTheyWereAccepted() {
        UUID author = chirps.post("one").getUserId();
        UUID last = chirps.post("two").getId();
        var query = new ChirpQuery().author(author);

        assertThat(chirps.list(query)).extracting(Chirp::getUserId).containsOnly(author);
        assertThat(chirps.list(query.newestFirst()).iterator().next().getId()).isEqualTo(last);
        assertThat(chirps.list(query).stream().map(Chirp::getBody)).endsWith("one", "two");
    }

    @Test
    void leadsThroughAllPages() {
        UUID author = chirps.post("one").getUserId();
        chirps.post("two");
        var query = new ChirpQuery().author(author);

        var all = chirps.list(query).stream().toList();

        assertThat(chirps.list(query.limit(1))).containsExactlyElementsOf(all);
        assertThat(chirps.list(query.limit(1)).firstPage().items()).hasSize(1);
    }

    @Test
    void postsOnceForAnIdempotencyKey() {
        var once = deployment
                .owner()
                .client()
                .withOptions(
                        new RequestOptions().idempotencyKey(UUID.randomUUID().toString()))
                .chirps();

        assertThat(once.post("Once")).isEqualTo(once.post("Once"));
    }

    @Test
    void letsNobodyButItsAuthorDeleteAChirp() {
        UUID id = chirps.post("Not for long").getId();

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> deployment.stranger().client().chirps().delete(id));
        chirps.delete(id);

        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> chirps.get(id));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> chirps.delete(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/chirps/1", "/api/chirps?author_id=1", "/api/chirps?author_id='%20or%201=1--"})
    void refusesWhatIsNoUuid(String path) {
        assertThat(deployment.get(path).statusCode()).isEqualTo(400);
    }
}
