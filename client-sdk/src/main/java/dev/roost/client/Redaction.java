package dev.roost.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What of a request and an answer may be shown: everything but tokens and passwords. */
final class Redaction {

    static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);

    private static final String REDACTED = "[redacted]";
    private static final Pattern SECRET_HEADER =
            Pattern.compile("(?i)(proxy-)?authorization|x-auth.*|.*(cookie|password|token|secret|api-?key).*");
    private static final Pattern SECRET_MEMBER = Pattern.compile("(?i).*(password|token|secret).*");

    private Redaction() {}

    static HttpHeaders of(HttpHeaders headers) {
        var shown = new LinkedHashMap<String, List<String>>();
        headers.map().forEach((name, values) -> shown.put(name, isSecret(name) ? List.of(REDACTED) : values));
        return HttpHeaders.of(shown, (name, value) -> true);
    }

    private static boolean isSecret(String header) {
        return SECRET_HEADER.matcher(header).matches();
    }

    /** Returns a body that is JSON; of any other it cannot be told where its secrets are. */
    static Optional<String> of(byte[] body) {
        try {
            JsonNode json = Json.MAPPER.readTree(body);
            return json.isContainerNode() ? Optional.of(redacted(json).toString()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static JsonNode redacted(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(shown(member)));
        } else {
            json.forEach(Redaction::redacted);
        }
        return json;
    }

    private static JsonNode shown(Map.Entry<String, JsonNode> member) {
        return SECRET_MEMBER.matcher(member.getKey()).matches()
                ? TextNode.valueOf(REDACTED)
                : redacted(member.getValue());
    }
}
