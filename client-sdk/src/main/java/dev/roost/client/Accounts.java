package dev.roost.client;

import dev.roost.client.gen.model.ChirpyLogin;
import dev.roost.client.gen.model.ChirpyUser;
import dev.roost.client.gen.model.RefreshedToken;
import dev.roost.client.gen.model.Session;

/**
 * Accounts and sessions. Whoever registers or logs in makes the client's other calls from then on, until it logs out;
 * its access token is refreshed in time.
 */
public final class Accounts {

    private final AccountCalls calls;

    Accounts(AccountCalls calls) {
        this.calls = calls;
    }

    /**
     * Creates an account and logs in.
     *
     * @throws ValidationFailedException when the e-mail is none or taken, or the password too short or too long
     */
    public Session register(String email, String password) {
        return calls.register(email, password).execute();
    }

    /**
     * Logs in.
     *
     * @throws UnauthenticatedException when no account has this e-mail and this password
     */
    public Session logIn(String email, String password) {
        return calls.logIn(email, password).execute();
    }

    /**
     * Logs out: makes the refresh token useless and then forgets the tokens; when the one fails, so does not happen the
     * other. Access tokens that others have copied stay good until they expire.
     */
    public void logOut() {
        calls.logOut().execute();
    }

    /**
     * Changes the caller's e-mail and password, and revokes all of the account's refresh tokens: log in again to stay
     * logged in.
     *
     * @throws UnauthenticatedException without a valid access token
     * @throws ValidationFailedException when the e-mail is none or taken, or the password too short or too long
     */
    public ChirpyUser changeCredentials(String email, String password) {
        return calls.changeCredentials(email, password).execute();
    }

    /**
     * Creates an account, without logging in, and shows it as Chirpy's clients know it: by its UUID.
     *
     * @throws ValidationFailedException when the e-mail is none or taken, or the password too short or too long
     */
    public ChirpyUser createChirpyUser(String email, String password) {
        return calls.createChirpyUser(email, password).execute();
    }

    /**
     * Logs in as {@link #logIn} does, with an access token for an hour, and shows the account as Chirpy's clients know
     * it.
     *
     * @throws UnauthenticatedException when no account has this e-mail and this password
     */
    public ChirpyLogin logInToChirpy(String email, String password) {
        return calls.logInToChirpy(email, password).execute();
    }

    /**
     * Gets a new access token, good for an hour, for any refresh token. The client's own session does not need it, and
     * does not change.
     *
     * @throws UnauthenticatedException when the refresh token is unknown, expired or revoked
     */
    public RefreshedToken refresh(String refreshToken) {
        return calls.refresh(refreshToken).execute();
    }

    /** Makes any refresh token useless. One that is not known is so already. */
    public void revoke(String refreshToken) {
        calls.revoke(refreshToken).execute();
    }
}
