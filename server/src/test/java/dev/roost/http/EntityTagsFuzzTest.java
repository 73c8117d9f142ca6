package dev.roost.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;

/** Conditions that a fuzzer makes up. */
class EntityTagsFuzzTest {

    @FuzzTest
    void areTheListThatTheirGrammarTells(byte[] input) {
        String field = new String(input, ISO_8859_1);

        var read = EntityTags.parse(field);

        assertThat(read.tags()).isEqualTo(tags(field));
        assertThat(read.isAny()).isEqualTo(field.strip().equals("*"));
        assertThat(read.tags()).allMatch(EntityTags::isTag).allMatch(read::containWeakly);
    }

    /** Reads a list (RFC 9110, sections 5.6.1 and 8.8.3) from its beginning to its end; none where it is none. */
    private static List<String> tags(String field) {
        var tags = new ArrayList<String>();
        boolean isCommaDue = false;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == ',') {
                isCommaDue = false;
            } else if (c != ' ' && c != '\t') {
                int quote = field.startsWith("W/", i) ? i + 2 : i;
                int end = field.startsWith("\"", quote) ? field.indexOf('"', quote + 1) : -1;
                if (isCommaDue
                        || end < 0
                        || !field.substring(quote + 1, end).chars().allMatch(EntityTagsFuzzTest::isOfTag)) {
                    return List.of();
                }
                tags.add(field.substring(i, end + 1));
                isCommaDue = true;
                i = end;
            }
        }
        return tags;
    }

    private static boolean isOfTag(int c) {
        return c == 0x21 || (c >= 0x23 && c <= 0x7E) || (c >= 0x80 && c <= 0xFF);
    }
}
