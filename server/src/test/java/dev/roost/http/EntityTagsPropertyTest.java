package dev.roost.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

/** Conditions, whatever is sent for one. */
class EntityTagsPropertyTest {

    @Property
    void areReadAsTheyAreWritten(@ForAll("tags") List<String> tags) {
        var read = EntityTags.parse(String.join(" ,\t", tags));

        assertThat(read.tags()).isEqualTo(tags);
        assertThat(read.isAny()).isFalse();
        assertThat(tags).allMatch(read::containWeakly);
    }

    @Property(tries = 5_000)
    void areTagsOrNothingForAnyText(
            @ForAll @Chars({'"', 'W', '/', ',', ' ', '*', 'a', '\\'}) @StringLength(max = 40) String text) {
        var read = EntityTags.parse(text);

        assertThat(read.tags()).allMatch(EntityTags::isTag);
        assertThat(read.isAny()).isEqualTo(text.strip().equals("*"));
    }

    @Provide
    Arbitrary<List<String>> tags() {
        var opaque = Arbitraries.strings().withCharRange('#', '~').map(text -> '"' + text + '"');
        return Arbitraries.oneOf(opaque, opaque.map(tag -> "W/" + tag)).list();
    }
}
