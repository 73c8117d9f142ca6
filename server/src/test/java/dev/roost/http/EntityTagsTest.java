package dev.roost.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"3\"|true|true",
                " * |true|true",
                "\"2\", \"3\"|true|true",
                "\"2\",\"3\"|true|true",
                "W/\"3\"|false|true",
                "W/\"2\", \"3\"|true|true",
                "\"2\"|false|false",
                "\"33\"|false|false",
                "3|false|false",
                "w/\"3\"|false|false",
                "W/ \"3\"|false|false",
                "x\"3\"|false|false",
                "\"3\"\"4\"|false|false",
                "\"2\" \"3\"|false|false",
                " , \"2\" ,, \"3\" ,|true|true",
                "'\"3'|false|false",
                "\"*\"|false|false",
                "*, \"2\"|false|false",
                "''|false|false"
            })
    void compareStronglyAndWeakly(String field, boolean strongly, boolean weakly) {
        EntityTags tags = EntityTags.parse(field);

        assertThat(tags.containStrongly("\"3\"")).isEqualTo(strongly);
        assertThat(tags.containWeakly("\"3\"")).isEqualTo(weakly);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"3\"", "W/\"3\"", "\"\"", "\"2\",\"3\"", "\"2\", W/\"3\""})
    void areThereWhereTheContractIsKept(String field) {
        EntityTags tags = EntityTags.parse(field);

        assertThat(field).matches(EntityTags.PATTERN);
        assertThat(tags.isAny() || !tags.tags().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "w/\"3\"", "\"2\" \"3\"", "*, \"2\"", "\"3"})
    void areNoneWhereTheContractIsBroken(String field) {
        assertThat(field).doesNotMatch(EntityTags.PATTERN);
        assertThat(EntityTags.parse(field)).isEqualTo(new EntityTags(false, List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"3\"|true",
                "W/\"3\"|true",
                "\"\"|true",
                "3|false",
                "w/\"3\"|false",
                "\"3|false",
                "\"2\",\"3\"|false"
            })
    void areToldFromWhatIsNone(String text, boolean isTag) {
        assertThat(EntityTags.isTag(text)).isEqualTo(isTag);
    }

    @Test
    void neverMatchAWeakTagStrongly() {
        assertThat(new EntityTags(false, List.of("W/\"3\"")).containStrongly("W/\"3\""))
                .isFalse();
    }

    @Test
    void areAllOrNoneWithoutTheField() {
        assertThat(EntityTags.ifMatch(null).containStrongly("\"3\"")).isTrue();
        assertThat(EntityTags.ifNoneMatch(null).containWeakly("\"3\"")).isFalse();
    }
}
