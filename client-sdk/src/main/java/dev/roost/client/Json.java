package dev.roost.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roost.client.gen.ApiClient;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How JSON is read and written: what a newer service adds, members as well as enum values, breaks nothing. */
final class Json {

    static final ObjectMapper MAPPER = ApiClient.createDefaultObjectMapper()
            .configure(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL, true)
            .configure(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION.mappedFeature(), false);

    private Json() {}

    /** Reads a body inside a future, which fails where that is not possible. */
    static <T> T read(byte[] body, Class<T> type) {
        try {
            return MAPPER.readValue(body, type);
        } catch (IOException e) {
            throw new CompletionException(unquoted(e));
        }
    }

    /** Returns a failure to read JSON that says what and where, but quotes nothing: that may be a token. */
    static IOException unquoted(IOException failure) {
        return failure instanceof JsonProcessingException e && !(failure instanceof UnusableException)
                ? new UnusableException("%s at %s".formatted(e.getClass().getSimpleName(), e.getLocation()), null)
                : failure;
    }

    /** Makes something of what was read, inside a future, which fails where the answer lacks what that takes. */
    static <T> T make(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (RuntimeException e) {
            throw new CompletionException(new UnusableException("the answer lacks something", e));
        }
    }

    /** Well-formed JSON that is not what the operation gives. */
    static final class UnusableException extends JsonProcessingException {

        private static final long serialVersionUID = 1L;

        UnusableException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
