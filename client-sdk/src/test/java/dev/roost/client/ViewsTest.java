package dev.roost.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.client.FaultyServer.Answer;
import dev.roost.client.FaultyServer.Request;
import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.ProductPatch;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds that what waits, what gives futures and what gives calls have the same methods, which ask for the same. */
class ViewsTest {

    private static final Map<Class<?>, Object> ARGUMENTS = Map.of(
            long.class,
            42L,
            String.class,
            "canary",
            UUID.class,
            UUID.randomUUID(),
            NewProduct.class,
            new NewProduct(),
            ProductPatch.class,
            new ProductPatch(),
            ProductQuery.class,
            new ProductQuery().words("lamp"),
            ChirpQuery.class,
            new ChirpQuery().limit(7));

    @AutoClose
    private final FaultyServer server = FaultyServer.thatAnswers(Answer.of(400));

    private final RoostClient client = RoostClient.builder()
            .baseUrl(server.url())
            .tokenStore(MemoryTokenStore.of(new Tokens("access", "refresh", null)))
            .build();

    static Stream<Arguments> views() {
        return Stream.of(
                Arguments.of(Accounts.class, AsyncAccounts.class, AccountCalls.class),
                Arguments.of(Products.class, AsyncProducts.class, ProductCalls.class),
                Arguments.of(Chirps.class, AsyncChirps.class, ChirpCalls.class));
    }

    @ParameterizedTest
    @MethodSource("views")
    void haveTheSameMethods(Class<?> waiting, Class<?> async, Class<?> calls) {
        assertThat(signatures(async)).containsExactlyInAnyOrderElementsOf(signatures(waiting));
        assertThat(signatures(calls)).containsExactlyInAnyOrderElementsOf(signatures(waiting));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void askForTheSame(String resource, Method method) throws ReflectiveOperationException {
        for (Object view : List.of(client, client.async(), client.calls())) {
            ask(view.getClass().getMethod(resource).invoke(view), method);
        }

        assertThat(server.requests())
                .hasSize(3)
                .extracting(Request::method, Request::path, Request::authorization, Request::body)
                .containsOnly(tuple(server.requests().getFirst()));
    }

    static Stream<Arguments> methods() {
        return Stream.of(Accounts.class, Products.class, Chirps.class)
                .flatMap(ViewsTest::methods)
                .map(method ->
                        Arguments.of(method.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT), method));
    }

    private static void ask(Object face, Method method) throws ReflectiveOperationException {
        Object[] arguments =
                Stream.of(method.getParameterTypes()).map(ARGUMENTS::get).toArray();
        try {
            Object made = face.getClass()
                    .getMethod(method.getName(), method.getParameterTypes())
                    .invoke(face, arguments);
            if (made instanceof Paged<?> list) {
                list.firstPage();
            } else if (made instanceof AsyncPaged<?> list) {
                list.firstPage().join();
            } else if (made instanceof Call<?> call) {
                call.execute();
            } else if (made instanceof CompletableFuture<?> future) {
                future.join();
            }
        } catch (InvocationTargetException | CompletionException e) {
            assertThat(e).hasCauseInstanceOf(BadRequestException.class);
        } catch (BadRequestException e) {
            // As every request is answered.
        }
    }

    private static Tuple tuple(Request request) {
        return Tuple.tuple(request.method(), request.path(), request.authorization(), request.body());
    }

    private static List<String> signatures(Class<?> view) {
        return methods(view)
                .map(method -> method.getName() + Arrays.toString(method.getParameterTypes()))
                .toList();
    }

    private static Stream<Method> methods(Class<?> view) {
        return Stream.of(view.getDeclaredMethods()).filter(method -> Modifier.isPublic(method.getModifiers()));
    }
}
