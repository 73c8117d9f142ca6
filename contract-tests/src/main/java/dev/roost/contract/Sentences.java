package dev.roost.contract;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Shows the names of tests as the sentences that they are: {@code keepsAPriceExactly} as "keeps a price exactly". */
final class Sentences extends DisplayNameGenerator.Simple {

    @Override
    public String generateDisplayNameForMethod(List<Class<?>> enclosing, Class<?> testClass, Method method) {
        return method.getName()
                .replaceAll("(?<=.)(?=[A-Z])|(?<=[a-z])(?=[0-9])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
