package dev.roost.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.client.gen.ApiException;
import dev.roost.client.gen.api.PolkaApi;
import dev.roost.client.gen.model.PolkaEvent;
import dev.roost.client.gen.model.PolkaSubject;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Polka's webhook, through the generated client: it is no part of the face, as Polka calls it and not an application. */
class PolkaIT {

    private final PolkaApi polka = new PolkaApi(RoostServer.client().generated());

    @Test
    void makesAnAccountChirpyRed() throws ApiException {
        String email = RoostServer.newEmail();
        var user = RoostServer.client().accounts().createChirpyUser(email, "correct horse battery");
        var event = new PolkaEvent().event("user.upgraded").data(new PolkaSubject().userId(user.getId()));

        polka.receivePolkaEvent(event, Map.of("Authorization", "ApiKey " + RoostServer.POLKA_KEY))
                .join();

        assertThat(RoostServer.client()
                        .accounts()
                        .logInToChirpy(email, "correct horse battery")
                        .getIsChirpyRed())
                .isTrue();
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> polka.receivePolkaEvent(event).join())
                .withCauseInstanceOf(ApiException.class);
    }
}
