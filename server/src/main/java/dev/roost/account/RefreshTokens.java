package dev.roost.account;

import dev.roost.http.Sha256;
import dev.roost.http.requestlog.SecurityEvent;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** Refresh tokens: 256 random bits that stand for a login for 60 days. The database knows only their SHA-256. */
@Singleton
final class RefreshTokens {

    private static final int LIFETIME_DAYS = 60;
    private static final int BYTES = 32;

    private final RefreshTokenRepository tokens;
    private final SecureRandom random;

    RefreshTokens(RefreshTokenRepository tokens, SecureRandom random) {
        this.tokens = tokens;
        this.random = random;
    }

    /** Returns a new token as 64 hexadecimal digits, or nothing where the account's stored hash is not this one any more. */
    Optional<String> issue(Account account, String passwordHash) {
        tokens.deleteExpired(account.id());
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        boolean kept = tokens.insert(digest(token), account.id(), passwordHash, LIFETIME_DAYS) == 1;
        return kept ? Optional.of(token) : Optional.empty();
    }

    /** Returns whose token this is, or nothing where it is not a good one. */
    Optional<Account> redeem(String token) {
        Optional<Account> account = Optional.ofNullable(tokens.findAccount(digest(token)));
        account.ifPresent(owner -> SecurityEvent.TOKEN_CREATED.record(owner.uuid()));
        return account;
    }

    /** Makes a token useless; one that is not known is so already (RFC 7009, section 2.2). */
    void revoke(String token) {
        SecurityEvent.TOKEN_REVOKED.record(tokens.delete(digest(token)));
    }

    void revokeAll(Account account) {
        tokens.deleteAll(account.id());
    }

    private static byte[] digest(String token) {
        return Sha256.digest(token.getBytes(StandardCharsets.UTF_8));
    }
}
