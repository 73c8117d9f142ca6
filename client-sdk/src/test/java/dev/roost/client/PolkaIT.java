package dev.roost.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.client.gen.ApiException;
import dev.roost.client.gen.api.PolkaApi;
import dev.roost.client.gen.model.PolkaEvent;
import dev.roost.client.gen.model.PolkaSubject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Polka's webhook, through the generated client: it is no part of the face, as Polka calls it and not an application. */
class PolkaIT {

    private final PolkaApi polka = new PolkaApi(RoostServer.configuration());

    @Test
    void makesAnAccountChirpyRed() throws ApiException {
        String email = RoostServer.newEmail();
        var user = RoostServer.client().users().create(email, "correct horse battery");
        var event = new PolkaEvent().event("user.upgraded").data(new PolkaSubject().userId(user.getId()));

        polka.receivePolkaEvent(event, Map.of("Authorization", "ApiKey " + RoostServer.POLKA_KEY));

        assertThat(RoostServer.client()
                        .users()
                        .logIn(email, "correct horse battery")
                        .getIsChirpyRed())
                .isTrue();
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> polka.receivePolkaEvent(event))
                .satisfies(refusal -> assertThat(refusal.getCode()).isEqualTo(401));
    }
}
