package dev.roost.chirp;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts four asterisks in the place of certain words. A word is what stands between two single spaces, so that one with a
 * mark behind it is another. Case is Unicode's and of no locale.
 */
@Singleton
class ProfanityFilter {

    private static final String MASK = "****";

    private final Set<String> words = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    ProfanityFilter(ChirpSettings settings) {
        words.addAll(settings.filteredWords());
    }

    /** Returns the text without the words; all else, every space included, stays as it is. */
    String clean(String text) {
        return Stream.of(text.split(" ", -1))
                .map(word -> words.contains(word) ? MASK : word)
                .collect(Collectors.joining(" "));
    }
}
