package dev.roost;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/** SIGTERM, which asks a process to end. By itself, Java would stop everything at once and exit with status 143. */
final class TerminationSignal {

    private TerminationSignal() {}

    /** Runs this on a thread of its own when the signal comes for the first time; further ones change nothing. */
    static void handle(Runnable action) {
        var isFirst = new AtomicBoolean(true);
        try {
            // By reflection, because sun.misc.Signal, which has no substitute, is a warning that javac cannot be
            // spared.
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object once = Proxy.newProxyInstance(
                    TerminationSignal.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        if (isFirst.getAndSet(false)) {
                            action.run();
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("TERM"), once);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("SIGTERM cannot be handled", e);
        }
    }
}
