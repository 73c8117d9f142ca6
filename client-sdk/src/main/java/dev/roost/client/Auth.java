package dev.roost.client;

import dev.roost.client.gen.api.AuthApi;
import dev.roost.client.gen.model.Credentials;
import dev.roost.client.gen.model.Registration;
import dev.roost.client.gen.model.Session;

/** Registering and logging in. */
public final class Auth {

    private final AuthApi api;

    Auth(AuthApi api) {
        this.api = api;
    }

    /**
     * Creates an account and logs in.
     *
     * @throws ValidationFailedException when the e-mail is none or taken, or the password too short or too long
     */
    public Session register(String email, String password) {
        return Call.run(() -> api.register(new Registration().email(email).password(password)));
    }

    /**
     * Logs in.
     *
     * @throws UnauthenticatedException when no account has this e-mail and this password
     */
    public Session logIn(String email, String password) {
        return Call.run(() -> api.login(new Credentials().email(email).password(password)));
    }
}
