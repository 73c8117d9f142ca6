package dev.roost.client;

import dev.roost.client.gen.ApiClient;
import java.util.Objects;

/**
 * A client of one Roost service. It cannot be changed, and threads may share it; what changes is its {@link TokenStore},
 * which registering and logging in fill.
 *
 * <p>Every call throws a {@link ProblemException} when the service refuses it, and a {@link RoostConnectionException}
 * when no answer arrives; both are {@link RoostException}s.
 */
public final class RoostClient {

    private final ClientSettings settings;
    private final Pipeline pipeline;
    private final ClientSession session;
    private final RequestOptions options;
    private final RoostCalls calls;

    RoostClient(ClientSettings settings, TokenStore store) {
        this(settings, new Pipeline(settings), store, new RequestOptions());
    }

    private RoostClient(ClientSettings settings, Pipeline pipeline, TokenStore store, RequestOptions options) {
        this.settings = settings;
        this.pipeline = pipeline;
        this.options = options;
        this.session = pipeline.session(store);
        this.calls =
                new RoostCalls(pipeline.anonymous(options), pipeline.authorized(options, session), session, options);
    }

    /** Returns a builder; the base URL must be given. */
    public static RoostClientBuilder builder() {
        return new RoostClientBuilder();
    }

    /** Returns a client with the settings of the environment, as {@link RoostClientBuilder#fromEnv()} reads them. */
    public static RoostClient fromEnv() {
        return builder().fromEnv().build();
    }

    /** Returns a client that shares everything with this one and makes calls with these options, in place of others. */
    public RoostClient withOptions(RequestOptions options) {
        return new RoostClient(settings, pipeline, session.store(), Objects.requireNonNull(options, "options"));
    }

    /** Returns a client of whoever's tokens the store holds; the two share their connections. */
    public RoostClient withTokenStore(TokenStore store) {
        return new RoostClient(settings, pipeline, Objects.requireNonNull(store, "store"), options);
    }

    /**
     * Returns a client that sends this access token, which it cannot refresh; the two share their connections.
     *
     * @throws IllegalArgumentException when that can be no access token
     */
    public RoostClient withAccessToken(String accessToken) {
        return withTokenStore(MemoryTokenStore.of(new Tokens(accessToken, null, null)));
    }

    /** Accounts, and logging in and out. */
    public Accounts accounts() {
        return new Accounts(calls.accounts());
    }

    /** The catalogue. Every call needs an access token. */
    public Products products() {
        return new Products(calls.products());
    }

    /** The microblog. Posting and deleting need an access token. */
    public Chirps chirps() {
        return new Chirps(calls.chirps());
    }

    /** Returns this client with methods that give futures. */
    public AsyncRoostClient async() {
        return new AsyncRoostClient(calls);
    }

    /** Returns this client's calls, for whoever wants the status and the headers of answers as well. */
    public RoostCalls calls() {
        return calls;
    }

    /**
     * Returns what the generated classes of {@code dev.roost.client.gen.api} take, for operations that this client has
     * no method for. They have its session, retries and listeners, and fail with what they throw themselves.
     */
    public ApiClient generated() {
        return pipeline.authorized(options, session);
    }

    /** Says where the service is; never holds a token. */
    @Override
    public String toString() {
        return "RoostClient[" + settings.baseUrl() + "]";
    }
}
