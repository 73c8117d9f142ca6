package dev.roost.product;

import static dev.roost.TestThreads.inThreads;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.account.TestAccounts.TestAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Writes that meet: they go together, and each is answered as if it were alone. */
class ProductWritesApiTest extends ApiTest {

    private static final int THREADS = 16;

    @Test
    void answersEachCreationWithItsOwnProduct() {
        List<TestAccount> owners = List.of(accounts.create(), accounts.create(), accounts.create());

        List<Answer> answers = inThreads(
                THREADS,
                200,
                i -> send(
                        "POST",
                        "/api/v1/products",
                        owners.get(i % owners.size()).token(),
                        "{\"name\":\"Lamp %d\",\"price\":%d.25}".formatted(i, i)));

        assertThat(answers).extracting(answer -> answer.header("Location")).doesNotHaveDuplicates();
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.member("name")).isEqualTo("Lamp " + i);
            assertThat(answer.member("user_id"))
                    .isEqualTo((int) owners.get(i % owners.size()).id());
            assertThat(answer.response().body()).contains("\"price\":%d.25".formatted(i));
            assertThat(get(
                                    Objects.requireNonNull(answer.header("Location")),
                                    owners.getFirst().token())
                            .body())
                    .isEqualTo(answer.body());
        }
    }

    @Test
    void losesNoChangeOfOneProduct() {
        TestAccount owner = accounts.create();
        String lamp = create(owner);

        List<Answer> answers =
                inThreads(THREADS, 150, i -> send("PATCH", lamp, owner.token(), "{\"stock\":%d}".formatted(i)));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers)
                .extracting(answer -> answer.header("ETag"))
                .doesNotHaveDuplicates()
                .contains("\"151\"");
    }

    /** Others' refusals do not touch what goes with them. */
    @Test
    void refusesAloneWhatIsToBeRefused() {
        TestAccount owner = accounts.create();
        TestAccount leaver = accounts.create();
        String lamp = create(owner);
        accounts.delete(leaver);
        var requests = new ArrayList<Supplier<Answer>>();
        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < 25; i++) {
            String mine = create(owner);
            requests.add(() -> send("PATCH", mine, owner.token(), "{\"price\":2}"));
            requests.add(() -> send("PATCH", lamp, accounts.create().token(), "{\"price\":2}"));
            requests.add(() -> send("PATCH", "/api/v1/products/9223372036854775807", owner.token(), "{\"price\":2}"));
            requests.add(() -> send("PATCH", mine, owner.token(), "{\"price\":-2}"));
            requests.add(() -> send("PATCH", lamp, leaver.token(), "{\"price\":2}"));
            requests.add(() -> send("POST", "/api/v1/products", leaver.token(), "{\"name\":\"Lamp\",\"price\":1}"));
            requests.add(() -> send("POST", "/api/chirps", leaver.token(), "{\"body\":\"Hello\"}"));
            requests.add(() -> send("POST", "/api/chirps", owner.token(), "{\"body\":\"Hello\"}"));
            statuses.addAll(List.of(200, 403, 404, 422, 401, 401, 401, 201));
        }

        assertThat(inThreads(
                        THREADS, requests.size(), i -> requests.get(i).get().status()))
                .isEqualTo(statuses);
    }

    private String create(TestAccount owner) {
        return Objects.requireNonNull(send("POST", "/api/v1/products", owner.token(), "{\"name\":\"Lamp\",\"price\":1}")
                .header("Location"));
    }
}
