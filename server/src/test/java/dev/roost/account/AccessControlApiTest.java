package dev.roost.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import org.junit.jupiter.api.Test;

class AccessControlApiTest extends ApiTest {

    @Test
    void letsNobodyInWhereNothingSaysWhoMay() {
        assertThat(get("/test/unruled", null).status()).isEqualTo(401);
        assertThat(get("/test/unruled", accounts.create().token()).status()).isEqualTo(403);
    }

    @Test
    void leavesAPathThatDoesNotExistToBeNotFound() {
        assertThat(get("/test/unruled/absent", null).status()).isEqualTo(404);
    }
}
