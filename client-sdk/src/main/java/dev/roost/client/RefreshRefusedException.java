package dev.roost.client;

import java.io.IOException;
import java.net.http.HttpResponse;

/** The service's refusal to give a new access token, for a reason that the refused call shares. */
final class RefreshRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient HttpResponse<byte[]> answer;

    RefreshRefusedException(HttpResponse<byte[]> answer) {
        super("a token was not refreshed, with status " + answer.statusCode());
        this.answer = answer;
    }

    HttpResponse<byte[]> answer() {
        return answer;
    }
}
