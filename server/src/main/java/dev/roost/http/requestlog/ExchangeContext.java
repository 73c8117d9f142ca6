package dev.roost.http.requestlog;

import ch.qos.logback.classic.LoggerContext;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.helpers.NOPMDCAdapter;

/**
 * What logback asks for the context of a line: it adds the ids of the exchange that the thread works on to what is in the
 * {@link MDC}. To put them there whenever a request comes to a thread would be done ten times for each line.
 */
final class ExchangeContext extends NOPMDCAdapter {

    /** Has logback ask it. */
    static void install() {
        ((LoggerContext) LoggerFactory.getILoggerFactory()).setMDCAdapter(new ExchangeContext());
    }

    @Override
    public Map<String, String> getCopyOfContextMap() {
        Map<String, String> others = MDC.getCopyOfContextMap();
        Map<String, String> context = others == null ? new HashMap<>() : others;
        Exchange.current().ifPresent(exchange -> context.putAll(exchange.ids()));
        return context;
    }
}
