package dev.roost.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** E-mails, whatever is sent for one. */
class EmailPropertyTest {

    @Property
    void areNormalizedOnce(@ForAll String email) {
        String normalized = normalized(email);

        assertThat(normalized(normalized)).isEqualTo(normalized);
        assertThat(normalized)
                .isEqualTo(normalized.strip())
                .isEqualTo(email.strip().toLowerCase(Locale.ROOT));
    }

    @Property
    void areTheSameWhateverTheirCaseAndTheSpacesAroundThem(@ForAll("emails") String email) {
        assertThat(normalized(" \t" + email.toUpperCase(Locale.ROOT) + "\n ")).isEqualTo(normalized(email));
    }

    @Property
    void areTheSameInEveryLocale(@ForAll("emails") String email) {
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(normalized(email.toUpperCase(Locale.ROOT))).isEqualTo(email.toLowerCase(Locale.ROOT));
        } finally {
            Locale.setDefault(locale);
        }
    }

    private static String normalized(String email) {
        return Objects.requireNonNull(Credentials.normalized(email));
    }

    @Provide
    Arbitrary<String> emails() {
        Arbitrary<String> names =
                Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(30);
        return names.flatMap(name -> names.map(host -> name + "@" + host + ".com"));
    }
}
