package dev.roost.client;

import dev.roost.client.http.Pause;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link RoostClient} needs to know. */
public final class RoostClientBuilder {

    private final List<ExchangeListener> listeners = new ArrayList<>(List.of(Logging.SYSTEM_LOG));
    private @Nullable URI baseUrl;
    private @Nullable HttpClient httpClient;
    private Duration usualConnectTimeout = Duration.ofSeconds(10);
    private @Nullable Duration connectTimeout;
    private @Nullable ProxySelector proxy;
    private @Nullable String application;
    private Duration timeout = Duration.ofSeconds(60);
    private int maxRetries = 2;
    private Supplier<TokenStore> tokenStore = TokenStore::inMemory;
    private Clock clock = Clock.systemUTC();
    private Pause pause = Pause.SYSTEM;
    private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

    RoostClientBuilder() {}

    /**
     * Takes what the environment sets: {@code ROOST_BASE_URL}, {@code ROOST_ACCESS_TOKEN}, {@code ROOST_TIMEOUT} and
     * {@code ROOST_CONNECT_TIMEOUT} in seconds, {@code ROOST_MAX_RETRIES}. What is set afterwards wins, and an HTTP client
     * has its own timeout for connecting.
     *
     * @throws IllegalArgumentException when a variable can be none; the message names it
     */
    public RoostClientBuilder fromEnv() {
        new Environment(System.getenv()).applyTo(this);
        return this;
    }

    /**
     * Sets where the service is, such as {@code http://localhost:8080}.
     *
     * @throws IllegalArgumentException when that is no URL of HTTP, or holds a password
     */
    public RoostClientBuilder baseUrl(URI baseUrl) {
        this.baseUrl = Checks.baseUrl(baseUrl);
        return this;
    }

    /** Sets where the service is, as {@link #baseUrl(URI)} does. */
    public RoostClientBuilder baseUrl(String baseUrl) {
        return baseUrl(URI.create(baseUrl));
    }

    /** Sets how much time a call has, all of its attempts and waits counted; 60 seconds unless set. */
    public RoostClientBuilder timeout(Duration timeout) {
        this.timeout = Checks.positive(timeout, "timeout");
        return this;
    }

    /** Sets how long to wait for a connection; 10 seconds unless set. */
    public RoostClientBuilder connectTimeout(Duration connectTimeout) {
        this.connectTimeout = Checks.positive(connectTimeout, "connectTimeout");
        return this;
    }

    /** Sets how often to try a call again that failed for a while only; 2 unless set, and 0 is never. */
    public RoostClientBuilder maxRetries(int maxRetries) {
        this.maxRetries = Checks.notNegative(maxRetries, "maxRetries");
        return this;
    }

    /** Sets the proxy, such as {@code ProxySelector.of(new InetSocketAddress("proxy", 3128))}. */
    public RoostClientBuilder proxy(ProxySelector proxy) {
        this.proxy = Objects.requireNonNull(proxy, "proxy");
        return this;
    }

    /**
     * Sets the HTTP client to send with, which has a proxy and a timeout for connecting of its own.
     *
     * @throws IllegalArgumentException when it follows redirects, as it would send passwords to wherever an answer points;
     *     also when it has an {@link java.net.Authenticator} before Java 24, as it would send no access tokens
     */
    public RoostClientBuilder httpClient(HttpClient httpClient) {
        this.httpClient = Checks.httpClient(httpClient, Runtime.version().feature());
        return this;
    }

    /** Names the application in the {@code User-Agent}, such as {@code shop} and {@code 2.1}. */
    public RoostClientBuilder application(String name, String version) {
        this.application = Checks.header("application", name + "/" + version);
        return this;
    }

    /**
     * Sets the access token to send, which cannot be refreshed.
     *
     * @throws IllegalArgumentException when that can be no access token
     */
    public RoostClientBuilder accessToken(String accessToken) {
        var tokens = new Tokens(accessToken, null, null);
        this.tokenStore = () -> MemoryTokenStore.of(tokens);
        return this;
    }

    /** Sets where the tokens are, and resumes the session that they are of; in memory, and empty, unless set. */
    public RoostClientBuilder tokenStore(TokenStore tokenStore) {
        Objects.requireNonNull(tokenStore, "tokenStore");
        this.tokenStore = () -> tokenStore;
        return this;
    }

    /** Adds a listener to those that are told of every request. */
    public RoostClientBuilder listener(ExchangeListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /** Sets how long to wait for a connection where neither that nor an HTTP client is set. */
    RoostClientBuilder usualConnectTimeout(Duration connectTimeout) {
        this.usualConnectTimeout = Checks.positive(connectTimeout, "connectTimeout");
        return this;
    }

    RoostClientBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    RoostClientBuilder pause(Pause pause) {
        this.pause = pause;
        return this;
    }

    RoostClientBuilder random(DoubleSupplier random) {
        this.random = random;
        return this;
    }

    /**
     * Builds the client.
     *
     * @throws IllegalStateException when there is no base URL, or an HTTP client as well as what is its own to have
     */
    public RoostClient build() {
        if (baseUrl == null) {
            throw new IllegalStateException("no base URL: set baseUrl, or ROOST_BASE_URL and fromEnv()");
        }
        var settings = new ClientSettings(
                http(),
                baseUrl.toString().replaceFirst("/+$", ""),
                timeout,
                maxRetries,
                UserAgent.of(application),
                List.copyOf(listeners),
                clock,
                pause,
                random);
        return new RoostClient(settings, tokenStore.get());
    }

    private HttpClient http() {
        if (httpClient == null) {
            var http = HttpClient.newBuilder()
                    .connectTimeout(Objects.requireNonNullElse(connectTimeout, usualConnectTimeout));
            return (proxy == null ? http : http.proxy(proxy)).build();
        }
        if (proxy != null || connectTimeout != null) {
            throw new IllegalStateException("an HTTP client that is given has its own proxy and connectTimeout");
        }
        return httpClient;
    }
}
