package dev.roost.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PostgreSQL address as operators write it: {@code postgres://user:password@host:5432/name?sslmode=require}, the
 * same with {@code postgresql://}, or a JDBC URL.
 */
final class DatabaseUrl {

    private static final String JDBC = "jdbc:postgresql:";

    /** As the driver reads it; one that it does not take it may print, with its password. */
    private static final Pattern JDBC_URL = Pattern.compile(JDBC + "(//(?<hosts>[^/?@]*)/)?[^/?@]*(\\?.*)?");

    private static final Pattern PORT = Pattern.compile(":([^:\\]]*)$");
    private static final String MALFORMED =
            "is not a PostgreSQL address such as postgres://user:password@host:5432/name, percent-encoded";

    private DatabaseUrl() {}

    /** Returns the datasource's properties, or throws without repeating the address, which may hold a password. */
    static Map<String, String> toDatasource(String url) {
        var datasource = new LinkedHashMap<String, String>();
        Matcher jdbc = JDBC_URL.matcher(url);
        if (jdbc.matches()) {
            String hosts = jdbc.group("hosts");
            requirePorts(hosts == null ? "" : hosts);
            datasource.put("datasources.default.url", url);
            return datasource;
        }
        URI uri = parse(url);
        requirePorts(hostAndPort(uri));
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        datasource.put("datasources.default.url", JDBC + "//" + hostAndPort(uri) + uri.getRawPath() + query);
        String userInfo = uri.getUserInfo();
        if (userInfo != null) {
            int colon = userInfo.indexOf(':');
            datasource.put("datasources.default.username", colon < 0 ? userInfo : userInfo.substring(0, colon));
            datasource.put("datasources.default.password", colon < 0 ? "" : userInfo.substring(colon + 1));
        }
        return datasource;
    }

    private static URI parse(String url) {
        try {
            var uri = new URI(url);
            String scheme = uri.getScheme();
            boolean postgres = "postgres".equals(scheme) || "postgresql".equals(scheme);
            if (postgres && uri.getHost() != null && uri.getRawPath().matches("/[^/@]+")) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // The exception repeats the address; the one below does not.
        }
        throw new IllegalArgumentException(MALFORMED);
    }

    private static void requirePorts(String hosts) {
        for (String host : hosts.split(",", -1)) {
            Matcher port = PORT.matcher(host);
            if (port.find()) {
                try {
                    Format.wholeNumber(1, Format.MAX_PORT).read(port.group(1));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("has a port that " + e.getMessage(), e);
                }
            }
        }
    }

    private static String hostAndPort(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }
}
