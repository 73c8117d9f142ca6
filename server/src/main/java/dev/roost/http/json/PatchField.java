package dev.roost.http.json;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A member of a PATCH body, which RFC 7396 tells apart as absent (leave it), null (clear it) or given (set it). One of
 * the wrong type is kept as such, so that who may change the thing is decided before what the change may be.
 */
public sealed interface PatchField<T> {

    /** Returns the new value, or null where the field is not to be set. */
    default @Nullable T orNull() {
        return null;
    }

    /** Tells whether the body holds the member. */
    default boolean isPresent() {
        return true;
    }

    /** Returns the field with its new value changed by a function, which is not called for null. */
    default PatchField<T> map(UnaryOperator<T> change) {
        T value = orNull();
        return value == null ? this : new Present<>(change.apply(value));
    }

    /** The body does not hold the member. */
    record Absent<T>() implements PatchField<T> {
        @Override
        public boolean isPresent() {
            return false;
        }
    }

    /** The body holds the member, perhaps as null. */
    record Present<T>(@Nullable T value) implements PatchField<T> {
        @Override
        public @Nullable T orNull() {
            return value;
        }
    }

    /** The body holds a value of another type. */
    record Mistyped<T>() implements PatchField<T> {}
}
