package dev.roost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.account.TestAccounts;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** What is sent through HTTP comes back from PostgreSQL, or is refused, whatever it is. */
class RoundTripPropertyTest {

    private static final String PRODUCTS = "/api/v1/products";
    private static final String CHIRPS = "/api/chirps";
    private static final String REGISTER = "/api/v1/auth/register";
    private static final String LOGIN = "/api/v1/auth/login";
    private static final BigDecimal MAX_PRICE = new BigDecimal("99999999.99");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.createDefault();
    private static final EmbeddedServer SERVER = ApplicationContext.run(
            EmbeddedServer.class,
            ApiTest.properties(Map.of("PASSWORD_HASH", "argon2id", "LOGIN_RATE_LIMIT_PER_MINUTE", "0"), Map.of()));
    private static final String TOKEN =
            SERVER.getApplicationContext().getBean(TestAccounts.class).create().token();

    @AfterContainer
    static void stop() {
        SERVER.getApplicationContext().close();
    }

    @Property(tries = 50)
    void ofPricesIsExact(@ForAll("prices") BigDecimal price) throws Exception {
        HttpResponse<String> created = post(PRODUCTS, "{\"name\":\"Lamp\",\"price\":%s}".formatted(price));

        boolean isPrice = price.signum() >= 0
                && price.compareTo(MAX_PRICE) <= 0
                && price.stripTrailingZeros().scale() <= 2;
        assertThat(created.statusCode()).as("%s", price).isEqualTo(isPrice ? 201 : 422);
        if (isPrice) {
            HttpResponse<String> found =
                    get(PRODUCTS + "/" + json(created).get("id").getLongValue());
            assertThat(json(found).get("price").getBigDecimalValue()).isEqualByComparingTo(price);
        }
    }

    @Property(tries = 50)
    void ofChirpsLosesTheWordsAndNothingElse(@ForAll("chirps") String text) throws Exception {
        HttpResponse<String> created = post(CHIRPS, JSON.writeValueAsString(Map.of("body", text)));

        boolean fits = text.codePointCount(0, text.length()) <= 140;
        assertThat(created.statusCode()).as(text).isEqualTo(fits ? 201 : 400);
        if (fits) {
            HttpResponse<String> found =
                    get(CHIRPS + "/" + json(created).get("id").getStringValue());
            assertThat(json(found).get("body").getStringValue().split(" ", -1))
                    .containsExactly(List.of(text.split(" ", -1)).stream()
                            .map(word -> word.matches("(?i)kerfuffle|sharbert|fornax") ? "****" : word)
                            .toArray(String[]::new));
        }
    }

    /** However it is written, an e-mail is one account's. */
    @Property(tries = 5)
    void ofEmailsTakesNoNoticeOfCaseAndSpaces(@ForAll("emails") String email) throws Exception {
        HttpResponse<String> registered = post(REGISTER, credentials(email));
        HttpResponse<String> again = post(REGISTER, credentials(" " + email.toUpperCase(Locale.ROOT) + "\t"));
        HttpResponse<String> login = post(LOGIN, credentials("  " + email.toUpperCase(Locale.ROOT)));

        assertThat(registered.statusCode()).as(email).isIn(201, 422); // It may have been tried before.
        assertThat(again.statusCode()).as(email).isEqualTo(422);
        assertThat(json(login).get("user").get("email").getStringValue()).isEqualTo(email.toLowerCase(Locale.ROOT));
    }

    @Property(tries = 15)
    void ofEmailsTakesNothingElse(@ForAll("almostEmails") String email) throws Exception {
        HttpResponse<String> registered = post(REGISTER, credentials(email));

        assertThat(registered.statusCode()).as(email).isIn(201, 422);
        if (registered.statusCode() == 201) {
            String kept = json(registered).get("user").get("email").getStringValue();
            assertThat(kept).isEqualTo(email.strip().toLowerCase(Locale.ROOT));
            assertThat(kept)
                    .hasSizeLessThanOrEqualTo(254)
                    .matches("[\\p{L}\\p{M}\\p{N}!-?^-~]{1,64}@[\\p{L}\\p{M}\\p{N}-]+(\\.[\\p{L}\\p{M}\\p{N}-]+)*");
        }
    }

    @Provide
    Arbitrary<BigDecimal> prices() {
        Arbitrary<BigDecimal> any = Arbitraries.bigIntegers()
                .between(BigInteger.TEN.pow(12).negate(), BigInteger.TEN.pow(12))
                .flatMap(digits -> Arbitraries.integers().between(-4, 5).map(scale -> new BigDecimal(digits, scale)));
        Arbitrary<BigDecimal> good = Arbitraries.longs()
                .between(0, 9_999_999_999L)
                .flatMap(cents -> Arbitraries.integers().between(2, 6).map(scale -> BigDecimal.valueOf(cents, 2)
                        .setScale(scale)));
        return Arbitraries.oneOf(good, any);
    }

    @Provide
    Arbitrary<String> chirps() {
        Arbitrary<String> words = Arbitraries.oneOf(
                Arbitraries.of("kerfuffle", "KERFUFFLE", "Sharbert", "Sharbert!", "fornax", "", "\u00a0"),
                Arbitraries.strings()
                        .withCharRange('!', '~')
                        .withCharRange('\u00a1', '\ud7ff')
                        .ofMaxLength(30));
        return words.list().ofMinSize(1).ofMaxSize(12).map(parts -> "a " + String.join(" ", parts));
    }

    @Provide
    Arbitrary<String> emails() {
        Arbitrary<String> names =
                Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(20);
        return names.flatMap(name -> names.map(host -> name + "@" + host + ".Example.COM"));
    }

    @Provide
    Arbitrary<String> almostEmails() {
        Arbitrary<String> plain =
                Arbitraries.strings().alpha().withChars('-', '.').ofMaxLength(70);
        Arbitrary<String> odd = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withCharRange('\u0080', '\ud7ff')
                .ofMaxLength(5);
        Arbitrary<String> names = Arbitraries.oneOf(plain, odd);
        return Arbitraries.oneOf(names, names.flatMap(name -> names.map(host -> name + "@" + host)));
    }

    private static String credentials(String email) throws IOException {
        return JSON.writeValueAsString(Map.of("email", email, "password", "correct horse battery"));
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readValue(response.body(), JsonNode.class);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(SERVER.getURI().resolve(path)).header("Authorization", "Bearer " + TOKEN);
    }

    private static HttpResponse<String> send(HttpRequest.Builder builder) throws Exception {
        HttpRequest request = builder.build();
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
        DocumentedApi.check(request, response.statusCode(), response.headers().map(), response.body());
        return response;
    }
}
