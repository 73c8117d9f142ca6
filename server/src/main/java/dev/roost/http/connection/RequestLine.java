package dev.roost.http.connection;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a request (RFC 9112, section 3), or as much of it as is known.
 *
 * @param text the line as it came, a character a byte, with the carriage return at its end
 */
record RequestLine(String text) {

    /** What is known of a request that has not begun. */
    static final RequestLine NONE = new RequestLine("");

    private static final Pattern STRICT = Pattern.compile("[A-Z][A-Z-]* [!-~]+ HTTP/1\\.[01]\r");
    private static final Pattern BEGINNING =
            Pattern.compile("[ \\t]*([A-Za-z][A-Za-z-]*)[ \\t]+((?i:https?)://[^/?#\\s]*)?(/[A-Za-z0-9._~/-]*)");

    /** Tells whether the line has the one form in which no two readers can see different requests. */
    boolean isStrict() {
        return STRICT.matcher(text).matches();
    }

    /** Tells whether it begins as one. */
    boolean isKnown() {
        return BEGINNING.matcher(text).lookingAt();
    }

    /** Returns the method, or GET where there is none. */
    String method() {
        Matcher beginning = BEGINNING.matcher(text);
        return beginning.lookingAt() ? beginning.group(1) : "GET";
    }

    /** Returns the path up to what in it may not be readable. */
    String readablePath() {
        Matcher beginning = BEGINNING.matcher(text);
        return beginning.lookingAt() ? beginning.group(3) : "/";
    }
}
