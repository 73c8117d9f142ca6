package dev.roost.http.json;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A member of a JSON object: absent, null or given, which a PATCH tells apart as leave it, clear it and set it (RFC
 * 7396). One of the wrong type is kept as such, for the feature to say when and how it is refused.
 */
public sealed interface JsonMember<T> {

    /** Returns the value, or null where the member is absent, null or of the wrong type. */
    default @Nullable T orNull() {
        return null;
    }

    /** Tells whether the body holds the member. */
    default boolean isPresent() {
        return true;
    }

    /** Returns the member with its value changed by a function, which is not called for null. */
    default JsonMember<T> map(UnaryOperator<T> change) {
        T value = orNull();
        return value == null ? this : new Present<>(change.apply(value));
    }

    /** The body does not hold the member. */
    record Absent<T>() implements JsonMember<T> {
        @Override
        public boolean isPresent() {
            return false;
        }
    }

    /** The body holds the member, perhaps as null. */
    record Present<T>(@Nullable T value) implements JsonMember<T> {
        @Override
        public @Nullable T orNull() {
            return value;
        }
    }

    /** The body holds a value of another type. */
    record Mistyped<T>() implements JsonMember<T> {}
}
