package dev.roost.http.json;

import jakarta.inject.Singleton;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;

/** Shows validation the value of a member that is given; where it is not, there is nothing to validate. */
@Singleton
final class JsonMemberExtractor implements ValueExtractor<JsonMember<@ExtractedValue ?>> {

    @Override
    public void extractValues(JsonMember<?> member, ValueReceiver receiver) {
        if (member instanceof JsonMember.Present<?> present) {
            receiver.value(null, present.value());
        }
    }
}
