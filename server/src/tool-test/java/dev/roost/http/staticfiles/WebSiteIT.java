package dev.roost.http.staticfiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.BrowserTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** The packaged site in a browser. */
class WebSiteIT extends BrowserTest {

    private String token;

    @BeforeAll
    void logIn() throws Exception {
        String credentials = """
                {"email": "%s@example.com", "password": "correct horse battery"}""".formatted(UUID.randomUUID());
        post("/api/users", null, credentials);
        token = post("/api/login", null, credentials).get("token").getStringValue();
    }

    @Test
    void welcomesWithItsLogo() {
        open("/app");

        assertThat(browser.find("h1").getText()).isEqualTo("Welcome to Chirpy");
        assertThat(browser.find(".logo").getDomProperty("naturalWidth")).isEqualTo("256");
    }

    @Test
    void showsTheNewestChirpsAndNewOnesAsTheyCome() throws Exception {
        chirp("The first of the morning");
        open("/app/");
        browser.findSaying(".chirp", "The first of the morning");

        chirp("One that comes later");

        browser.findSaying(".chirp", "One that comes later");
        assertThat(browser.findAll(".chirp .body").getFirst().getText()).isEqualTo("One that comes later");
        assertThat(browser.findAll("#news").getFirst().getDomProperty("textContent"))
                .isEqualTo("1 new chirp");
    }

    @Test
    void showsWhatPeopleWriteAsText() throws Exception {
        String text = "<script>document.title = 'no'</script><img src=x onerror=\"document.title = 'no'\">";
        chirp(text.replace("\"", "\\\""));
        open("/app/");

        WebElement body = browser.findSaying(".chirp .body", "<script>");

        assertThat(body.getText()).isEqualTo(text);
        assertThat(browser.title()).isEqualTo("Welcome to Chirpy");
        browser.saveScreenshot(FOLDER.resolve("web-site.png"));
    }

    private void chirp(String body) throws Exception {
        assertThat(post("/api/chirps", token, "{\"body\": \"%s\"}".formatted(body))
                        .get("id"))
                .isNotNull();
    }
}
