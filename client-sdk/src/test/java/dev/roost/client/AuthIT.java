package dev.roost.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.client.gen.model.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AuthIT {

    private static final String PASSWORD = "correct horse battery";

    private final Auth auth = RoostServer.client().auth();

    @Test
    void registersAnAccount() {
        String email = RoostServer.newEmail();

        var session = auth.register(email, PASSWORD);

        assertThat(session.getTokenType()).isEqualTo("Bearer");
        assertThat(session.getExpiresIn()).isEqualTo(Duration.ofHours(24).toSeconds());
        assertThat(session.getUser().getId()).isPositive();
        assertThat(session.getUser().getEmail()).isEqualTo(email);
        assertThat(session.getUser().getRole()).isEqualTo("user");
        assertThat(session.getUser().getCreatedAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void registeringGivesATokenThatIsGood() {
        String token = auth.register(RoostServer.newEmail(), PASSWORD).getAccessToken();

        assertThat(RoostServer.client().withAccessToken(token).products().list())
                .isNotNull();
    }

    @Test
    void refusesAnEmailThatIsTakenWhateverItsCase() {
        String email = RoostServer.newEmail();
        auth.register(email, PASSWORD);

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> auth.register(email.toUpperCase(Locale.ROOT), PASSWORD))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::getField)
                        .containsExactly("email"));
    }

    @Test
    void refusesAPasswordThatIsTooShort() {
        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> auth.register(RoostServer.newEmail(), "seven77"))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::getField)
                        .containsExactly("password"));
    }

    @Test
    void reportsEveryFieldOfARegistrationThatBreaksARule() {
        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> auth.register("nobody", "short"))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::getField)
                        .containsExactly("email", "password"));
    }

    @Test
    void logsIn() {
        String email = RoostServer.newEmail();
        var registered = auth.register(email, PASSWORD).getUser();

        var session = auth.logIn(email, PASSWORD);

        assertThat(session.getUser()).isEqualTo(registered);
        assertThat(RoostServer.client()
                        .withAccessToken(session.getAccessToken())
                        .products()
                        .list())
                .isNotNull();
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownEmailAlike() {
        String email = RoostServer.newEmail();
        auth.register(email, PASSWORD);

        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> auth.logIn(email, "wrong horse battery"))
                .satisfies(wrong -> assertThatExceptionOfType(UnauthenticatedException.class)
                        .isThrownBy(() -> auth.logIn(RoostServer.newEmail(), PASSWORD))
                        .satisfies(unknown -> assertThat(unknown.detail()).isEqualTo(wrong.detail())));
    }

    @Test
    void aSessionDoesNotPrintItsTokens() {
        var session = auth.register(RoostServer.newEmail(), PASSWORD);

        assertThat(session.toString()).doesNotContain(session.getAccessToken(), session.getRefreshToken());
    }

    @Test
    void refreshesTheAccessTokenUntilTheRefreshTokenIsRevoked() {
        String refreshToken = auth.register(RoostServer.newEmail(), PASSWORD).getRefreshToken();

        String accessToken = auth.refresh(refreshToken).getToken();
        assertThat(RoostServer.client().withAccessToken(accessToken).products().list())
                .isNotNull();
        assertThat(auth.refresh(refreshToken).getToken()).isNotEqualTo(accessToken);

        auth.revoke(refreshToken);
        auth.revoke(refreshToken);
        assertThatExceptionOfType(UnauthenticatedException.class).isThrownBy(() -> auth.refresh(refreshToken));
    }

    @Test
    void refreshesWhateverAccessTokenTheClientHas() {
        var session = auth.register(RoostServer.newEmail(), PASSWORD);
        RoostClient client = RoostServer.client().withAccessToken(session.getAccessToken());

        assertThat(client.auth().refresh(session.getRefreshToken()).getToken()).isNotBlank();
    }
}
