package dev.roost.webhook;

import dev.roost.account.Accounts;
import dev.roost.http.problem.ApiException;
import io.micronaut.core.convert.ConversionService;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What Polka's events do: an upgrade makes an account Chirpy Red, and every other does nothing. */
@Singleton
class PolkaService {

    static final String USER_UPGRADED = "user.upgraded";

    private final Accounts accounts;
    private final ConversionService conversion;

    PolkaService(Accounts accounts, ConversionService conversion) {
        this.accounts = accounts;
        this.conversion = conversion;
    }

    void receive(@Nullable String event, @Nullable String userId) {
        if (event == null) {
            throw ApiException.malformed("event must be a text");
        }
        if (event.equals(USER_UPGRADED)) {
            upgrade(conversion
                    .convert(userId, UUID.class)
                    .orElseThrow(() -> ApiException.malformed("data.user_id must be a UUID")));
        }
    }

    private void upgrade(UUID userId) {
        if (!accounts.upgradeToChirpyRed(userId)) {
            throw ApiException.notFound("user %s does not exist".formatted(userId));
        }
    }
}
