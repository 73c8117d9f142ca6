package dev.roost.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.client.gen.model.FieldError;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChirpyAccountsIT {

    private static final String PASSWORD = "correct horse battery";

    private final RoostClient client = RoostServer.client();

    @Test
    void createsAnAccount() {
        String email = RoostServer.newEmail();

        var user = client.accounts().createChirpyUser(email, PASSWORD);

        assertThat(user.getId()).isNotNull();
        assertThat(user.getEmail()).isEqualTo(email);
        assertThat(user.getIsChirpyRed()).isFalse();
        assertThat(user.getCreatedAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(user.getUpdatedAt()).isEqualTo(user.getCreatedAt());
    }

    @Test
    void logsIn() {
        String email = RoostServer.newEmail();
        var user = client.accounts().createChirpyUser(email, PASSWORD);

        var login = client.accounts().logInToChirpy(email, PASSWORD);

        assertThat(login.getId()).isEqualTo(user.getId());
        assertThat(login.getRefreshToken()).hasSize(64);
        assertThat(client.products().list().firstPage()).isNotNull();
        assertThat(login.toString()).doesNotContain(login.getToken(), login.getRefreshToken());
    }

    @Test
    void refusesAWrongPassword() {
        String email = RoostServer.newEmail();
        client.accounts().createChirpyUser(email, PASSWORD);

        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> client.accounts().logInToChirpy(email, "wrong horse battery"))
                .satisfies(refusal -> assertThat(refusal.detail()).isEqualTo("Incorrect email or password"));
    }

    @Test
    void changesCredentialsAndEndsEveryLogin() {
        String newEmail = RoostServer.newEmail();
        var session = client.accounts().register(RoostServer.newEmail(), PASSWORD);

        var user = client.withAccessToken(session.getAccessToken())
                .accounts()
                .changeCredentials(newEmail, "new " + PASSWORD);

        assertThat(user.getEmail()).isEqualTo(newEmail);
        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> client.accounts().refresh(session.getRefreshToken()));
        assertThat(client.accounts()
                        .logIn(newEmail, "new " + PASSWORD)
                        .getUser()
                        .getId())
                .isEqualTo(session.getUser().getId());
    }

    @Test
    void refusesAnEmailThatIsAnothers() {
        String taken = RoostServer.newEmail();
        client.accounts().createChirpyUser(taken, PASSWORD);

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> RoostServer.clientOfNewAccount().accounts().changeCredentials(taken, PASSWORD))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::getField)
                        .containsExactly("email"));
    }

    @Test
    void changesNothingWithoutAnAccessToken() {
        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> RoostServer.client().accounts().changeCredentials(RoostServer.newEmail(), PASSWORD));
    }
}
