package dev.roost.chirp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.roost.ApiTest;
import dev.roost.account.Caller;
import dev.roost.account.TestAccounts.TestAccount;
import dev.roost.database.Locked;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChirpBatchesTest extends ApiTest {

    @Inject
    private ChirpBatches chirps;

    /** Those of one statement have the same instant: what is listed first is what was posted first. */
    @Test
    void keepsTheOrderInWhichTheyArePosted() {
        TestAccount author = accounts.create();
        List<ChirpCreation> creations = IntStream.range(0, 30)
                .mapToObj(i -> creation(author, "No. " + i))
                .collect(Collectors.toList());
        Collections.shuffle(creations);

        List<Chirp> created = chirps.insert(creations, Locked.SKIP);

        assertThat(created.stream().sorted(Comparator.comparingLong(Chirp::position)))
                .extracting(Chirp::id)
                .containsExactlyElementsOf(
                        creations.stream().map(ChirpCreation::id).toList());
        assertThat(created)
                .extracting(Chirp::createdAt)
                .containsOnly(created.getFirst().createdAt());
    }

    @Test
    void leavesOutWhatNobodyPosts() {
        TestAccount leaver = accounts.create();
        ChirpCreation kept = creation(accounts.create(), "Hello");
        accounts.delete(leaver);

        List<Chirp> created = chirps.insert(List.of(creation(leaver, "Bye"), kept), Locked.SKIP);

        assertThat(created).extracting(Chirp::id).containsExactly(kept.id());
        assertThat(chirps.find(List.of(kept.id()))).containsExactlyElementsOf(created);
    }

    @Test
    @Timeout(10)
    void waitsForAnAccountThatIsJustBeingDeleted() throws SQLException {
        TestAccount leaver = accounts.create();

        List<Chirp> created = whileLocked(
                "DELETE FROM accounts WHERE id = " + leaver.id(),
                () -> chirps.insert(List.of(creation(leaver, "Hello")), Locked.WAIT),
                () -> {});

        assertThat(created).isEmpty();
    }

    @Test
    void doesNotWaitForAnAccountThatIsToBeSkipped() throws SQLException {
        TestAccount leaver = accounts.create();
        ChirpCreation kept = creation(accounts.create(), "Hello");

        List<Chirp> created = whileHeld(
                "DELETE FROM accounts WHERE id = " + leaver.id(),
                () -> chirps.insert(List.of(creation(leaver, "Bye"), kept), Locked.SKIP));

        assertThat(created).extracting(Chirp::id).containsExactly(kept.id());
    }

    /** What the database holds, should the service ever let it pass. */
    @Test
    void takesTheLongestThatTheFilterMakesOfAChirp() {
        var filter = new ProfanityFilter(new ChirpSettings(List.of("a")));

        String longest = filter.clean("a ".repeat(Chirp.MAX_LENGTH / 2));

        assertThat(longest).hasSize(350);
        assertThat(insert(longest)).extracting(Chirp::body).containsExactly(longest);
        assertThatThrownBy(() -> insert(longest + "a"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("chirps_body_check");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void takesNoBlankChirp(String body) {
        assertThatThrownBy(() -> insert(body))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("chirps_body_check");
    }

    private List<Chirp> insert(String body) {
        return chirps.insert(List.of(creation(accounts.create(), body)), Locked.WAIT);
    }

    private static ChirpCreation creation(TestAccount author, String body) {
        return new ChirpCreation(
                UuidCreator.getTimeOrderedEpochPlus1(),
                new Caller(author.id(), author.uuid(), author.email(), "user"),
                body);
    }
}
