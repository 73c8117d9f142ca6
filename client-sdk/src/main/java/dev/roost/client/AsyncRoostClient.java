package dev.roost.client;

/** A {@link RoostClient} whose methods give futures. */
public final class AsyncRoostClient {

    private final RoostCalls calls;

    AsyncRoostClient(RoostCalls calls) {
        this.calls = calls;
    }

    /** Accounts and sessions. */
    public AsyncAccounts accounts() {
        return new AsyncAccounts(calls.accounts());
    }

    /** The catalogue. */
    public AsyncProducts products() {
        return new AsyncProducts(calls.products());
    }

    /** The microblog. */
    public AsyncChirps chirps() {
        return new AsyncChirps(calls.chirps());
    }
}
