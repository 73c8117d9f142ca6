package dev.roost.client;

import dev.roost.client.gen.ApiClient;
import dev.roost.client.gen.api.ChirpsApi;
import dev.roost.client.gen.api.ProductsApi;

/** Every call that a client can make, to be made in whichever way: see {@link Call}. */
public final class RoostCalls {

    private final AccountCalls accounts;
    private final ProductCalls products;
    private final ChirpCalls chirps;

    RoostCalls(ApiClient anonymous, ApiClient authorized, ClientSession session, RequestOptions options) {
        this.accounts = new AccountCalls(anonymous, authorized, session);
        this.products = new ProductCalls(new ProductsApi(authorized), options);
        this.chirps = new ChirpCalls(new ChirpsApi(anonymous), new ChirpsApi(authorized), options);
    }

    /** Accounts and sessions. */
    public AccountCalls accounts() {
        return accounts;
    }

    /** The catalogue. */
    public ProductCalls products() {
        return products;
    }

    /** The microblog. */
    public ChirpCalls chirps() {
        return chirps;
    }
}
