package dev.roost.client;

import dev.roost.client.http.Pause;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;

/** What all calls of a client have in common, unless their options say otherwise. */
record ClientSettings(
        HttpClient http,
        String baseUrl,
        Duration timeout,
        int maxRetries,
        String userAgent,
        List<ExchangeListener> listeners,
        Clock clock,
        Pause pause,
        DoubleSupplier random) {}
