package dev.roost.admin;

import dev.roost.account.Accounts;
import dev.roost.configuration.Platform;
import dev.roost.http.problem.ApiException;
import dev.roost.http.requestlog.SecurityEvent;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;

/** The rules of starting over, which only development may. */
@Singleton
class ResetService {

    private final Platform platform;
    private final Accounts accounts;
    private final Visits visits;
    private final TransactionOperations<Connection> transactions;

    ResetService(Platform platform, Accounts accounts, Visits visits, TransactionOperations<Connection> transactions) {
        this.platform = platform;
        this.accounts = accounts;
        this.visits = visits;
        this.transactions = transactions;
    }

    /** Deletes every account with all that it owns, and all visits; those of before are written first, to go as well. */
    void reset() {
        if (!platform.isDevelopment()) {
            throw ApiException.forbidden("only a service with PLATFORM=dev can be reset");
        }
        visits.write();
        transactions.executeWrite(transaction -> {
            accounts.deleteAll();
            visits.clear();
            return transaction;
        });
        SecurityEvent.ADMINISTERED.record();
    }
}
