package dev.roost.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A PostgreSQL address as operators write it: {@code postgres://user:password@host:5432/name?sslmode=require}, the
 * same with {@code postgresql://}, or a JDBC URL.
 */
final class DatabaseUrl {

    private static final String JDBC = "jdbc:postgresql:";

    private DatabaseUrl() {}

    /** Returns the datasource's properties, or throws without repeating the address, which may hold a password. */
    static Map<String, String> toDatasource(String url) {
        var datasource = new LinkedHashMap<String, String>();
        if (url.startsWith(JDBC) && !url.split("\\?", 2)[0].contains("@")) {
            datasource.put("datasources.default.url", url);
            return datasource;
        }
        URI uri = parse(url);
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
        throw new IllegalArgumentException(
                "is not a PostgreSQL address such as postgres://user:password@host:5432/name, percent-encoded");
    }

    private static String hostAndPort(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }
}
