package dev.roost.client;

import dev.roost.client.gen.ApiClient;
import dev.roost.client.gen.api.AuthApi;
import dev.roost.client.gen.api.ChirpsApi;
import dev.roost.client.gen.api.ProductsApi;
import dev.roost.client.gen.api.TokensApi;
import dev.roost.client.gen.api.UsersApi;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A client of one Roost service, with or without an access token. It cannot be changed, and threads may share it.
 *
 * <p>Every call throws a {@link ProblemException} when the service refuses it, and a {@link RoostConnectionException}
 * when no answer arrives; both are {@link RoostException}s.
 */
public final class RoostClient {

    /** RFC 6750, section 2.1. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private final HttpClient http;
    private final URI baseUrl;
    private final Duration timeout;
    private final Auth auth;
    private final Users users;
    private final Products products;
    private final Chirps chirps;

    private RoostClient(HttpClient http, URI baseUrl, Duration timeout, @Nullable String accessToken) {
        this.http = http;
        this.baseUrl = baseUrl;
        this.timeout = timeout;
        ApiClient anonymous = configuration();
        ApiClient configuration = configuration();
        if (accessToken != null) {
            if (!TOKEN.matcher(accessToken).matches()) {
                throw new IllegalArgumentException("what was given can be no access token");
            }
            configuration.setRequestInterceptor(request -> request.setHeader("Authorization", "Bearer " + accessToken));
        }
        this.auth = new Auth(new AuthApi(anonymous), new TokensApi(anonymous));
        this.users = new Users(new UsersApi(configuration));
        this.products = new Products(new ProductsApi(configuration));
        this.chirps = new Chirps(new ChirpsApi(configuration));
    }

    private ApiClient configuration() {
        var configuration = new ApiClient() {
            @Override // Which builds another one for each generated class, with connections of its own.
            public HttpClient getHttpClient() {
                return http;
            }
        };
        configuration.updateBaseUri(baseUrl.toString().replaceFirst("/+$", ""));
        configuration.setReadTimeout(timeout);
        return configuration;
    }

    /** Returns a builder; the base URL must be given. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a client of the same service that sends this access token; the two share their connections.
     *
     * @throws IllegalArgumentException when that can be no access token
     */
    public RoostClient withAccessToken(String accessToken) {
        return new RoostClient(http, baseUrl, timeout, Objects.requireNonNull(accessToken, "accessToken"));
    }

    /** Registering, logging in, and what refresh tokens are for. No call needs an access token. */
    public Auth auth() {
        return auth;
    }

    /** Accounts as Chirpy's clients know them. */
    public Users users() {
        return users;
    }

    /** The catalogue. Every call needs an access token. */
    public Products products() {
        return products;
    }

    /** The microblog. Posting and deleting need an access token. */
    public Chirps chirps() {
        return chirps;
    }

    /** Says where the service is; never holds the access token. */
    @Override
    public String toString() {
        return "RoostClient[" + baseUrl + "]";
    }

    /** Collects what a client needs to know. */
    public static final class Builder {

        private @Nullable URI baseUrl;
        private @Nullable String accessToken;
        private Duration timeout = Duration.ofSeconds(30);

        private Builder() {}

        /**
         * Sets where the service is, such as {@code http://localhost:8080}.
         *
         * @throws IllegalArgumentException when that is no URL of HTTP
         */
        public Builder baseUrl(URI baseUrl) {
            if (baseUrl.getHost() == null || !baseUrl.toString().matches("https?://.*")) {
                throw new IllegalArgumentException("%s is no http:// or https:// URL with a host".formatted(baseUrl));
            }
            this.baseUrl = baseUrl;
            return this;
        }

        /**
         * Sets where the service is, such as {@code http://localhost:8080}.
         *
         * @throws IllegalArgumentException when that is no URL of HTTP
         */
        public Builder baseUrl(String baseUrl) {
            return baseUrl(URI.create(baseUrl));
        }

        /** Sets the access token to send. Without one, only what needs none is of use: {@link #auth()}, and reading chirps. */
        public Builder accessToken(String accessToken) {
            this.accessToken = accessToken;
            return this;
        }

        /** Sets how long to wait for a connection, and then for the answer; 30 seconds unless set. */
        public Builder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        /**
         * Builds the client.
         *
         * @throws NullPointerException when there is no base URL
         * @throws IllegalArgumentException when the access token can be none
         */
        public RoostClient build() {
            return new RoostClient(
                    HttpClient.newBuilder().connectTimeout(timeout).build(),
                    Objects.requireNonNull(baseUrl, "baseUrl"),
                    timeout,
                    accessToken);
        }
    }
}
