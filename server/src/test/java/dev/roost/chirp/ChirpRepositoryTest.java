package dev.roost.chirp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.roost.ApiTest;
import dev.roost.account.TestAccounts.TestAccount;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database holds, should the service ever let it pass. */
class ChirpRepositoryTest extends ApiTest {

    @Inject
    private ChirpRepository chirps;

    private UUID author;

    @BeforeAll
    void createAuthor() {
        author = accounts.create().uuid();
    }

    @Test
    void takesTheLongestThatTheFilterMakesOfAChirp() {
        var filter = new ProfanityFilter(new ChirpSettings(List.of("a")));

        String longest = filter.clean("a ".repeat(Chirp.MAX_LENGTH / 2));

        assertThat(longest).hasSize(350);
        assertThat(insert(longest)).isNotNull().extracting(Chirp::body).isEqualTo(longest);
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

    @Test
    void takesNoChirpOfNobody() {
        assertThat(chirps.insert(UuidCreator.getTimeOrderedEpochPlus1(), UUID.randomUUID(), "Hello"))
                .isNull();
    }

    @Test
    @Timeout(10)
    void takesNoChirpOfAnAccountThatIsJustBeingDeleted() throws SQLException {
        TestAccount leaver = accounts.create();

        Chirp chirp = whileLocked(
                "DELETE FROM accounts WHERE id = " + leaver.id(),
                () -> chirps.insert(UuidCreator.getTimeOrderedEpochPlus1(), leaver.uuid(), "Hello"),
                () -> {});

        assertThat(chirp).isNull();
    }

    private @Nullable Chirp insert(String body) {
        return chirps.insert(UuidCreator.getTimeOrderedEpochPlus1(), author, body);
    }
}
