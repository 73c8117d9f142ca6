package dev.roost.account;

import dev.roost.account.password.PasswordHashing;
import dev.roost.http.problem.ApiException;
import jakarta.inject.Singleton;

/** The rules of registering and logging in. */
@Singleton
class AccountService {

    private final AccountRepository accounts;
    private final PasswordHashing passwords;

    AccountService(AccountRepository accounts, PasswordHashing passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    Account register(String email, String password) {
        Account account = accounts.insert(email, passwords.hash(password));
        if (account == null) {
            throw ApiException.invalid("email", "is already registered");
        }
        return account;
    }

    /** An unknown e-mail and a wrong password get one and the same answer, in the same time. */
    Account logIn(String email, String password) {
        Account account = accounts.findByEmail(email);
        boolean verified = passwords.verify(password, account == null ? null : account.passwordHash());
        if (account == null || !verified) {
            throw ApiException.unauthenticated("invalid email or password");
        }
        return account;
    }
}
