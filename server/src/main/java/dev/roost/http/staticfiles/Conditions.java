package dev.roost.http.staticfiles;

import dev.roost.http.EntityTags;
import dev.roost.http.problem.ApiException;
import io.micronaut.http.HttpHeaders;
import io.netty.handler.codec.DateFormatter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;

/** What a request's answer depends on, in the order of RFC 9110, section 13.2.2. A date that is none is ignored. */
final class Conditions {

    /** More than any date has; Netty throws at more. */
    private static final int MAX_DATE_LENGTH = 64;

    private final HttpHeaders headers;
    private final String entityTag;
    private final Instant lastModified;

    Conditions(HttpHeaders headers, StaticFile file) {
        this.headers = headers;
        this.entityTag = file.entityTag();
        this.lastModified = file.lastModified().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Refuses a request that is about another version of the file. */
    void requireMet() {
        boolean met = headers.contains(HttpHeaders.IF_MATCH)
                ? tags(HttpHeaders.IF_MATCH).containStrongly(entityTag)
                : date(HttpHeaders.IF_UNMODIFIED_SINCE)
                        .map(date -> !lastModified.isAfter(date))
                        .orElse(true);
        if (!met) {
            throw ApiException.preconditionFailed("the file is not the one that the request is about");
        }
    }

    /** Tells whether the client has the file as it is. */
    boolean isKept() {
        return headers.contains(HttpHeaders.IF_NONE_MATCH)
                ? tags(HttpHeaders.IF_NONE_MATCH).containWeakly(entityTag)
                : date(HttpHeaders.IF_MODIFIED_SINCE)
                        .map(date -> !lastModified.isAfter(date))
                        .orElse(false);
    }

    /** Tells whether a range would fit to what the client has. */
    boolean allowRange() {
        return Optional.ofNullable(headers.get(HttpHeaders.IF_RANGE))
                .map(String::strip)
                .map(validator -> EntityTags.isTag(validator)
                        ? EntityTags.parse(validator).containStrongly(entityTag)
                        : date(HttpHeaders.IF_RANGE)
                                .filter(lastModified::equals)
                                .isPresent())
                .orElse(true);
    }

    private EntityTags tags(String header) {
        return EntityTags.parse(String.join(",", headers.getAll(header)));
    }

    private Optional<Instant> date(String header) {
        return Optional.ofNullable(headers.get(header))
                .filter(text -> text.length() <= MAX_DATE_LENGTH)
                .map(DateFormatter::parseHttpDate)
                .map(Date::toInstant);
    }
}
