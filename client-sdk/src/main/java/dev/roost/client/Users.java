package dev.roost.client;

import dev.roost.client.gen.api.UsersApi;
import dev.roost.client.gen.model.ChirpyLogin;
import dev.roost.client.gen.model.ChirpyUser;
import dev.roost.client.gen.model.Credentials;
import dev.roost.client.gen.model.NewCredentials;

/**
 * Accounts as Chirpy's clients know them: by their UUID. They are the accounts of {@link Auth}, and an access token of
 * either is good for everything.
 */
public final class Users {

    private final UsersApi api;

    Users(UsersApi api) {
        this.api = api;
    }

    /**
     * Creates an account.
     *
     * @throws ValidationFailedException when the e-mail is none or taken, or the password too short or too long
     */
    public ChirpyUser create(String email, String password) {
        return Call.run(() -> api.createUser(credentials(email, password)));
    }

    /**
     * Logs in: with an access token for an hour, and a refresh token for 60 days.
     *
     * @throws UnauthenticatedException when no account has this e-mail and this password
     */
    public ChirpyLogin logIn(String email, String password) {
        return Call.run(() -> api.loginUser(new Credentials().email(email).password(password)));
    }

    /**
     * Changes the caller's e-mail and password, and revokes all of the account's refresh tokens.
     *
     * @throws UnauthenticatedException without a valid access token
     * @throws ValidationFailedException when the e-mail is none or taken, or the password too short or too long
     */
    public ChirpyUser changeCredentials(String email, String password) {
        return Call.run(() -> api.changeCredentials(credentials(email, password)));
    }

    private static NewCredentials credentials(String email, String password) {
        return new NewCredentials().email(email).password(password);
    }
}
