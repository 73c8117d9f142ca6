package dev.roost.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonMemberTest {

    private static final JsonMember<String> ABSENT = new JsonMember.Absent<>();
    private static final JsonMember<String> NULL = new JsonMember.Present<>(null);
    private static final JsonMember<String> GIVEN = new JsonMember.Present<>(" Lamp ");
    private static final JsonMember<String> MISTYPED = new JsonMember.Mistyped<>();

    @Test
    void isPresentWhereTheBodyHoldsItWhateverItsValue() {
        assertThat(ABSENT.isPresent()).isFalse();
        assertThat(NULL.isPresent()).isTrue();
        assertThat(GIVEN.isPresent()).isTrue();
        assertThat(MISTYPED.isPresent()).isTrue();
    }

    @Test
    void hasAValueOnlyWhereOneIsGiven() {
        assertThat(ABSENT.orNull()).isNull();
        assertThat(NULL.orNull()).isNull();
        assertThat(GIVEN.orNull()).isEqualTo(" Lamp ");
        assertThat(MISTYPED.orNull()).isNull();
    }

    @Test
    void changesItsValueAndStaysWhatItIsWithoutOne() {
        assertThat(GIVEN.map(String::strip)).isEqualTo(new JsonMember.Present<>("Lamp"));
        assertThat(ABSENT.map(String::strip)).isSameAs(ABSENT);
        assertThat(NULL.map(String::strip)).isSameAs(NULL);
        assertThat(MISTYPED.map(String::strip)).isSameAs(MISTYPED);
    }
}
