package dev.roost.client;

import dev.roost.client.gen.ApiException;

/** A call of the generated client. */
@FunctionalInterface
interface Call<T> {

    T send() throws ApiException;

    /** Makes the call and turns the generated client's exception into ours. */
    static <T> T run(Call<T> call) {
        try {
            return call.send();
        } catch (ApiException e) {
            throw e.getCode() == 0
                    ? new RoostConnectionException(e.getCause() == null ? e : e.getCause())
                    : ProblemException.of(e);
        }
    }
}
