package dev.roost.http.json;

import jakarta.inject.Singleton;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;

/** Shows validation the value that a PATCH sets; where it sets none there is nothing to validate. */
@Singleton
final class PatchFieldExtractor implements ValueExtractor<PatchField<@ExtractedValue ?>> {

    @Override
    public void extractValues(PatchField<?> field, ValueReceiver receiver) {
        if (field instanceof PatchField.Present<?> present) {
            receiver.value(null, present.value());
        }
    }
}
