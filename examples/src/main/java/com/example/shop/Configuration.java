package com.example.shop;

import dev.roost.client.RoostClient;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;

/** Clients with settings. */
public final class Configuration {

    private Configuration() {}

    public static void main(String[] args) {
        RoostClient client = build(System.getenv("ROOST_BASE_URL"));
        client.chirps().list().firstPage();

        System.out.println(listening().chirps().list().firstPage().items().size() + " chirps");
        System.out.println(withOwnHttpClient() + " " + behindAProxy());
    }

    private static RoostClient build(String url) {
        return RoostClient.builder()
                .baseUrl(url)
                .timeout(Duration.ofSeconds(20))
                .maxRetries(4)
                .application("shop", "2.1")
                .build();
    }

    private static RoostClient listening() {
        return RoostClient.builder()
                .fromEnv()
                .listener(exchange -> System.out.println(
                        exchange + " " + exchange.requestHeaders().map()))
                .build();
    }

    private static RoostClient withOwnHttpClient() {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Executors.newFixedThreadPool(4, Configuration::daemon))
                .build();
        return RoostClient.builder().fromEnv().httpClient(http).build();
    }

    private static RoostClient behindAProxy() {
        return RoostClient.builder()
                .fromEnv()
                .proxy(ProxySelector.of(InetSocketAddress.createUnresolved("proxy.example.com", 3128)))
                .build();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }
}
