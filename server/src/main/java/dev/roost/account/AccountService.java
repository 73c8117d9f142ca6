package dev.roost.account;

import dev.roost.account.password.PasswordHashing;
import dev.roost.http.problem.ApiException;
import dev.roost.http.ratelimit.CredentialLimits;
import dev.roost.http.ratelimit.LoginAttempt;
import dev.roost.http.requestlog.SecurityEvent;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The rules of registering, logging in and changing credentials, at both doors. */
@Singleton
class AccountService {

    private final AccountRepository accounts;
    private final RefreshTokens refreshTokens;
    private final PasswordHashing passwords;
    private final CredentialLimits limits;

    AccountService(
            AccountRepository accounts,
            RefreshTokens refreshTokens,
            PasswordHashing passwords,
            CredentialLimits limits) {
        this.accounts = accounts;
        this.refreshTokens = refreshTokens;
        this.passwords = passwords;
        this.limits = limits;
    }

    Account register(String email, String password) {
        limits.countRegistration(email);
        Account account = insert(email, passwords.hash(password));
        SecurityEvent.USER_CREATED.record(account.uuid());
        return account;
    }

    private Account insert(String email, String passwordHash) {
        Account account = accounts.insert(email, passwordHash);
        if (account == null) {
            throw emailIsTaken();
        }
        return account;
    }

    Login registerAndLogIn(String email, String password) {
        limits.countRegistration(email);
        Login login = insertWithToken(email, passwords.hash(password));
        SecurityEvent.USER_CREATED.record(login.account().uuid());
        return login;
    }

    @Transactional
    Login insertWithToken(String email, String passwordHash) {
        Account account = insert(email, passwordHash);
        return open(account, passwordHash).orElseThrow();
    }

    /**
     * Returns nothing for an unknown e-mail and for a wrong password, in the same time. A hash of another algorithm or
     * of a lower cost than the configured one is replaced.
     */
    Optional<Login> logIn(String email, String password) {
        try (LoginAttempt attempt = limits.startLogin(email)) {
            Optional<Login> login = verify(email, password);
            if (login.isEmpty()) {
                attempt.failed();
            }
            return login;
        }
    }

    private Optional<Login> verify(String email, String password) {
        passwords.requireRoom(); // Who is turned away shall not cost a look into the database.
        while (true) {
            Account account = accounts.findByEmail(email);
            Optional<String> hash = passwords.verify(password, account == null ? null : account.passwordHash());
            if (account == null || hash.isEmpty()) {
                SecurityEvent.LOGIN_FAILED.record(account == null ? null : account.uuid());
                return Optional.empty();
            }
            Optional<Login> login = open(account, hash.get());
            if (login.isPresent()) {
                SecurityEvent.LOGIN_SUCCEEDED.record(account.uuid());
                return login;
            }
            // The stored hash was replaced meanwhile, perhaps by that of another password.
        }
    }

    private Optional<Login> open(Account account, String passwordHash) {
        if (!passwordHash.equals(account.passwordHash())) {
            accounts.replaceHash(account.id(), account.passwordHash(), passwordHash);
        }
        return refreshTokens.issue(account, passwordHash).map(token -> new Login(account, token));
    }

    /** Changes the credentials and revokes every refresh token; other sessions' access tokens live on until they expire. */
    Account changeCredentials(Caller caller, String email, String password) {
        limits.countHash();
        String hash = passwords.hash(password); // Before the transaction: it takes long.
        try {
            Account account = replaceCredentials(caller.id(), email, hash);
            SecurityEvent.PASSWORD_CHANGED.record();
            return account;
        } catch (DataAccessException e) {
            throw isEmailTaken(e) ? emailIsTaken() : e;
        }
    }

    @Transactional
    Account replaceCredentials(long id, String email, String passwordHash) {
        accounts.lock(id, email);
        Account account = accounts.updateCredentials(id, email, passwordHash);
        if (account == null) {
            throw Accounts.gone();
        }
        refreshTokens.revokeAll(account);
        return account;
    }

    private static boolean isEmailTaken(DataAccessException exception) {
        return exception.getCause() instanceof PSQLException refusal
                && Optional.ofNullable(refusal.getServerErrorMessage())
                        .map(ServerErrorMessage::getConstraint)
                        .filter("accounts_email_key"::equals)
                        .isPresent();
    }

    private static ApiException emailIsTaken() {
        return ApiException.invalid("email", "is already registered");
    }

    /**
     * An account that has logged in.
     *
     * @param account whose login it is
     * @param refreshToken what stands for it from now on
     */
    record Login(Account account, String refreshToken) {}
}
