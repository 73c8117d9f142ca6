package dev.roost.client;

import dev.roost.client.FaultyServer.Answer;
import dev.roost.client.FaultyServer.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A service that refuses one access token, and gives another at log-in and for a refresh token. */
final class SessionService implements AutoCloseable {

    static final String STALE = jwt(1, 3600);
    static final String FRESH = jwt(2, 3600);

    private static final String LOG_IN = "/api/v1/auth/login";
    private static final String REFRESH = "/api/refresh";

    private final FaultyServer server = FaultyServer.thatBehaves(this::answer);
    private volatile Answer refresh = token(FRESH);

    private Answer answer(Request request) {
        return switch (request.path()) {
            case REFRESH -> refresh;
            case LOG_IN -> Answer.json("""
                    {"access_token": "%s", "expires_in": 86400, "refresh_token": "refresh"}""".formatted(FRESH));
            default ->
                ("Bearer " + STALE).equals(request.authorization())
                        ? Answer.of(401)
                        : Answer.json("{\"data\": [], \"total\": 0, \"page\": 1, \"limit\": 20}");
        };
    }

    /** Answers what asks for a new token in another way. */
    void refreshesWith(Answer answer) {
        refresh = answer;
    }

    /** Returns the answer that has a new token. */
    static Answer token(String token) {
        return Answer.json("{\"token\": \"%s\"}".formatted(token));
    }

    /** Returns what looks like a JWT that lasts for so many seconds. */
    static String jwt(int id, int lifetime) {
        String claims = "{\"jti\": %d, \"iat\": 1000, \"exp\": %d}".formatted(id, 1000 + lifetime);
        return "e30."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
    }

    /** Returns how often it was asked for a new token. */
    long refreshes() {
        return requests().stream()
                .filter(request -> request.path().equals(REFRESH))
                .count();
    }

    /** Returns the tokens that it was sent, for new ones as well, in the order in which they came. */
    List<String> authorizations() {
        return requests().stream()
                .map(request -> String.valueOf(request.authorization()))
                .toList();
    }

    List<Request> requests() {
        return server.requests();
    }

    FaultyServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
