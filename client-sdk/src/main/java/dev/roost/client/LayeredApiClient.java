package dev.roost.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roost.client.gen.ApiClient;
import java.net.http.HttpClient;

/** What the generated classes know of the service: with our HTTP client and our JSON, instead of new ones for each. */
final class LayeredApiClient extends ApiClient {

    private final HttpClient http;

    LayeredApiClient(HttpClient http, String baseUrl) {
        super(HttpClient.newBuilder(), Json.MAPPER, baseUrl);
        this.http = http;
    }

    @Override
    public HttpClient getHttpClient() {
        return http;
    }

    @Override
    public ObjectMapper getObjectMapper() {
        return Json.MAPPER;
    }
}
