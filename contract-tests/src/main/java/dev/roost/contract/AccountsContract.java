package dev.roost.contract;

import static dev.roost.contract.Deployment.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.client.RoostClient;
import dev.roost.client.UnauthenticatedException;
import dev.roost.client.ValidationFailedException;
import dev.roost.client.gen.model.FieldError;
import dev.roost.client.gen.model.Session;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Accounts: one, at two doors. */
@Tag("accounts")
@ExtendWith(DeploymentExtension.class)
class AccountsContract {

    private final Deployment deployment;
    private final RoostClient client;

    AccountsContract(Deployment deployment) {
        this.deployment = deployment;
        this.client = deployment.nobody();
    }

    @Test
    void registersAnAccountAndLogsItIn() {
        String email = Deployment.newEmail();

        Session session = client.accounts().register("  " + email.toUpperCase(Locale.ROOT) + " ", PASSWORD);

        assertThat(session.getTokenType()).isEqualTo("Bearer");
        assertThat(session.getExpiresIn()).isPositive();
        assertThat(session.getUser().getEmail()).isEqualTo(email);
        assertThat(session.getUser().getRole()).isEqualTo("user");
        assertThat(client.products().list().firstPage().total()).isPresent();
    }

    @Test
    void takesAnAccountOfOneDoorAtTheOther() {
        String email = Deployment.newEmail();
        var user = client.accounts().createChirpyUser(email, PASSWORD);

        assertThat(user.getIsChirpyRed()).isFalse();
        assertThat(client.accounts().logIn(email, PASSWORD).getUser().getEmail())
                .isEqualTo(email);
        assertThat(client.accounts().logInToChirpy(email, PASSWORD).getId()).isEqualTo(user.getId());
    }

    @Test
    void takesATokenOfOneDoorAtTheOther() {
        var login = client.accounts().logInToChirpy(deployment.owner().email(), PASSWORD);
        var reader = deployment.nobody().withAccessToken(login.getToken());

        assertThat(reader.products().list().firstPage().total()).isPresent();
    }

    @Test
    void registersAnEmailOnceHoweverManyTryAtOnce() {
        String email = Deployment.newEmail();

        List<CompletableFuture<Boolean>> registrations = Stream.generate(
                        () -> client.async().accounts().register(email, PASSWORD))
                .limit(8)
                .map(registration -> registration.handle((session, refusal) -> refusal == null))
                .toList();

        assertThat(registrations.stream().filter(CompletableFuture::join)).hasSize(1);
    }

    @Test
    void refusesAnEmailThatIsTakenWhateverItsCase() {
        String taken = deployment.owner().email().toUpperCase(Locale.ROOT);

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> client.accounts().register(taken, PASSWORD))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::getField)
                        .containsExactly("email"));
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> client.accounts().register("nobody", "seven77"))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::getField)
                        .containsExactlyInAnyOrder("email", "password"));
    }

    @Test
    void doesNotCutAPassword() {
        String email = Deployment.newEmail();
        client.accounts().register(email, "a".repeat(72) + "b");

        assertThat(client.accounts().logIn(email, "a".repeat(72) + "b").getAccessToken())
                .isNotEmpty();
        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> client.accounts().logIn(email, "a".repeat(72) + "c"));
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownEmailAlike() {
        String email = deployment.owner().email();

        assertThat(refusal(() -> client.accounts().logIn(email, "wrong horse battery")))
                .isEqualTo(refusal(() -> client.accounts().logIn(Deployment.newEmail(), PASSWORD)))
                .isEqualTo("invalid email or password");
        assertThat(refusal(() -> client.accounts().logInToChirpy(email, "wrong horse battery")))
                .isEqualTo(refusal(() -> client.accounts().logInToChirpy(Deployment.newEmail(), PASSWORD)))
                .isEqualTo("Incorrect email or password");
    }

    @Test
    void refreshesUntilTheTokenIsRevoked() {
        String email = deployment.owner().email();
        String revoked = client.accounts().logIn(email, PASSWORD).getRefreshToken();
        String other = client.accounts().logIn(email, PASSWORD).getRefreshToken();
        assertThat(client.accounts().refresh(revoked).getToken()).isNotEmpty();

        client.accounts().revoke(revoked);
        client.accounts().revoke(revoked);

        refusal(() -> client.accounts().refresh(revoked));
        assertThat(client.accounts().refresh(other).getToken()).isNotEmpty();
    }

    @Test
    void endsEverySessionWhenThePasswordChanges() {
        String email = Deployment.newEmail();
        String refreshToken = client.accounts().register(email, PASSWORD).getRefreshToken();

        client.accounts().changeCredentials(email, "another horse battery");

        refusal(() -> deployment.nobody().accounts().refresh(refreshToken));
        refusal(() -> deployment.nobody().accounts().logIn(email, PASSWORD));
        assertThat(client.accounts().logIn(email, "another horse battery").getAccessToken())
                .isNotEmpty();
    }

    @Test
    void refusesTheEmailOfAnother() {
        assertThatExceptionOfType(ValidationFailedException.class).isThrownBy(() -> deployment
                .stranger()
                .client()
                .accounts()
                .changeCredentials(deployment.owner().email(), PASSWORD));
    }

    /** Returns how the service refuses a call. */
    private static String refusal(Runnable call) {
        var refusal = new String[1];
        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(call::run)
                .satisfies(thrown -> refusal[0] = thrown.detail());
        return refusal[0];
    }
}
