package dev.roost.account;

import dev.roost.http.problem.ApiException;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What other features ask of accounts. */
@Singleton
public final class Accounts {

    private final AccountRepository accounts;

    Accounts(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /**
     * Makes sure that the account of an access token exists, which it may not any more.
     *
     * @throws ApiException 401 when it does not
     */
    public void requireExisting(Caller caller) {
        if (!accounts.exists(caller.id())) {
            throw gone();
        }
    }

    /** Returns the refusal of a change for an account that does not exist any more: 401. */
    public static ApiException gone() {
        return ApiException.unauthenticated("the account of this access token does not exist any more");
    }

    /** Makes an account Chirpy Red, which it may be already. Returns whether there is such an account. */
    public boolean upgradeToChirpyRed(UUID uuid) {
        return accounts.upgradeToChirpyRed(uuid) == 1;
    }

    /** Deletes every account with all that it owns. */
    public void deleteAll() {
        accounts.deleteAll();
    }
}
