package dev.roost.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.client.gen.model.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AccountsIT {

    private static final String PASSWORD = "correct horse battery";

    private final RoostClient client = RoostServer.client();
    private final Accounts accounts = client.accounts();

    @Test
    void registersAnAccount() {
        String email = RoostServer.newEmail();

        var session = accounts.register(email, PASSWORD);

        assertThat(session.getTokenType()).isEqualTo("Bearer");
        assertThat(session.getExpiresIn()).isEqualTo(Duration.ofHours(24).toSeconds());
        assertThat(session.getUser().getId()).isPositive();
        assertThat(session.getUser().getEmail()).isEqualTo(email);
        assertThat(session.getUser().getRole()).isEqualTo("user");
        assertThat(session.getUser().getCreatedAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void registeringLogsIn() {
        accounts.register(RoostServer.newEmail(), PASSWORD);

        assertThat(client.products().list().firstPage()).isNotNull();
    }

    @Test
    void refusesAnEmailThatIsTakenWhateverItsCase() {
        String email = RoostServer.newEmail();
        accounts.register(email, PASSWORD);

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> accounts.register(email.toUpperCase(Locale.ROOT), PASSWORD))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::getField)
                        .containsExactly("email"));
    }

    @Test
    void refusesAPasswordThatIsTooShort() {
        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> accounts.register(RoostServer.newEmail(), "seven77"))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::getField)
                        .containsExactly("password"));
    }

    @Test
    void reportsEveryFieldOfARegistrationThatBreaksARule() {
        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> accounts.register("nobody", "short"))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::getField)
                        .containsExactly("email", "password"));
    }

    @Test
    void logsIn() {
        String email = RoostServer.newEmail();
        var registered = accounts.register(email, PASSWORD).getUser();

        var session = accounts.logIn(email, PASSWORD);

        assertThat(session.getUser()).isEqualTo(registered);
        assertThat(RoostServer.client()
                        .withAccessToken(session.getAccessToken())
                        .products()
                        .list()
                        .firstPage())
                .isNotNull();
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownEmailAlike() {
        String email = RoostServer.newEmail();
        accounts.register(email, PASSWORD);

        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> accounts.logIn(email, "wrong horse battery"))
                .satisfies(wrong -> assertThatExceptionOfType(UnauthenticatedException.class)
                        .isThrownBy(() -> accounts.logIn(RoostServer.newEmail(), PASSWORD))
                        .satisfies(unknown -> assertThat(unknown.detail()).isEqualTo(wrong.detail())));
    }

    @Test
    void aSessionDoesNotPrintItsTokens() {
        var session = accounts.register(RoostServer.newEmail(), PASSWORD);

        assertThat(session.toString()).doesNotContain(session.getAccessToken(), session.getRefreshToken());
    }

    @Test
    void refreshesTheAccessTokenUntilTheRefreshTokenIsRevoked() {
        String refreshToken =
                accounts.register(RoostServer.newEmail(), PASSWORD).getRefreshToken();

        String accessToken = accounts.refresh(refreshToken).getToken();
        assertThat(RoostServer.client()
                        .withAccessToken(accessToken)
                        .products()
                        .list()
                        .firstPage())
                .isNotNull();
        assertThat(accounts.refresh(refreshToken).getToken()).isNotEqualTo(accessToken);

        accounts.revoke(refreshToken);
        accounts.revoke(refreshToken);
        assertThatExceptionOfType(UnauthenticatedException.class).isThrownBy(() -> accounts.refresh(refreshToken));
    }

    @Test
    void aSessionIsResumedFromItsStoreAndRefreshedBeforeItExpires() {
        var session = accounts.register(RoostServer.newEmail(), PASSWORD);
        TokenStore store = TokenStore.inMemory();
        store.save(new Tokens(session.getAccessToken(), session.getRefreshToken(), Instant.now()));

        assertThat(client.withTokenStore(store).products().list().firstPage()).isNotNull();

        Tokens refreshed = store.load().orElseThrow();
        assertThat(refreshed.accessToken()).isNotEqualTo(session.getAccessToken());
        assertThat(refreshed.expiresAt())
                .isBetween(Instant.now().plusSeconds(3500), Instant.now().plusSeconds(3600));
    }

    @Test
    void refreshesWhatTheServiceRefuses() {
        var session = accounts.register(RoostServer.newEmail(), PASSWORD);
        TokenStore store = TokenStore.inMemory();
        store.save(new Tokens("e30.e30.c2lnbmF0dXJl", session.getRefreshToken(), null));

        assertThat(client.withTokenStore(store).products().list().firstPage()).isNotNull();
    }

    @Test
    void loggingOutRevokesTheRefreshTokenAndForgetsTheTokens() {
        String refreshToken =
                accounts.register(RoostServer.newEmail(), PASSWORD).getRefreshToken();

        accounts.logOut();
        accounts.logOut();

        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> client.products().list().firstPage());
        assertThatExceptionOfType(UnauthenticatedException.class).isThrownBy(() -> accounts.refresh(refreshToken));
    }
}
