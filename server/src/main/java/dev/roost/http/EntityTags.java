package dev.roost.http;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The entity tags of a condition, {@code If-Match} or {@code If-None-Match} (RFC 9110, section 13.1).
 *
 * @param isAny whether the field is {@code *}, which stands for every tag
 * @param tags the tags, with their quotes; none where the field is no list of tags
 */
public record EntityTags(boolean isAny, List<String> tags) {

    /** What a condition looks like that can be met. */
    public static final String PATTERN = "^(\\*|(W/)?\"[!#-~]*\"([ \\t]*,[ \\t]*(W/)?\"[!#-~]*\")*)$";

    /** The most characters of a condition: what all header fields together may have. */
    public static final int MAX_LENGTH = 8192;

    /** Those of a condition that everything meets. */
    public static final EntityTags ANY = new EntityTags(true, List.of());

    private static final EntityTags NONE = new EntityTags(false, List.of());
    private static final String ENTITY_TAG = "(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*+\"";
    private static final Pattern TAG = Pattern.compile(ENTITY_TAG);
    private static final Pattern LIST =
            Pattern.compile("(?:[ \\t]*+(?:%s)?+[ \\t]*+,)*+[ \\t]*+(?:%<s)?+[ \\t]*+".formatted(ENTITY_TAG));

    /** Keeps the tags as they are now. */
    public EntityTags {
        tags = List.copyOf(tags);
    }

    /** Reads what a change depends on; without {@code If-Match}, it is good for every version. */
    public static EntityTags ifMatch(@Nullable String field) {
        return field == null ? ANY : parse(field);
    }

    /** Reads what a client has; without {@code If-None-Match}, that is nothing. */
    public static EntityTags ifNoneMatch(@Nullable String field) {
        return field == null ? NONE : parse(field);
    }

    /** Reads a field's value. */
    public static EntityTags parse(String list) {
        return new EntityTags(
                list.strip().equals("*"),
                LIST.matcher(list).matches()
                        ? TAG.matcher(list).results().map(MatchResult::group).toList()
                        : List.of());
    }

    /** Tells whether a text is an entity tag. */
    public static boolean isTag(String text) {
        return TAG.matcher(text).matches();
    }

    /** Tells whether a tag is among these by the strong comparison, for which a weak tag is the same as none. */
    public boolean containStrongly(String tag) {
        return isAny || (tags.contains(tag) && !tag.startsWith("W/"));
    }

    /** Tells whether a tag is among these by the weak comparison. */
    public boolean containWeakly(String tag) {
        return isAny || tags.stream().anyMatch(other -> opaque(other).equals(opaque(tag)));
    }

    private static String opaque(String tag) {
        return tag.substring(tag.indexOf('"'));
    }
}
