package dev.roost.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.BrowserTest;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Swagger UI in a browser. */
class SwaggerUiIT extends BrowserTest {

    @Test
    void showsEveryOperationOfTheDocumentReadyToBeTriedOut() throws Exception {
        var documented = Pattern.compile("operationId: (\\w+)")
                .matcher(get("/openapi.yaml"))
                .results()
                .map(MatchResult::group)
                .map(line -> line.substring("operationId: ".length()))
                .toList();

        open("/swagger-ui/");
        var shown = browser.findAll(".opblock").stream()
                .map(block -> block.getDomAttribute("id"))
                .toList();
        for (String id : shown) {
            browser.click("#" + id + " .opblock-summary-control");
            browser.find("#" + id + " .try-out__btn");
        }

        assertThat(documented).isNotEmpty();
        assertThat(shown)
                .extracting(id -> id.substring(id.lastIndexOf('-') + 1))
                .containsExactlyInAnyOrderElementsOf(documented);
    }

    @Test
    void triesOutOperationsForACallerWhoAuthorized() throws Exception {
        String token = register();
        open("/swagger-ui/");

        browser.click(".auth-wrapper .authorize");
        browser.find("#auth-bearer-value").sendKeys(token);
        browser.click(".modal-ux .auth-btn-wrapper .authorize");
        browser.click(".modal-ux .auth-btn-wrapper .btn-done");
        browser.waitUntilGone(".modal-ux");

        assertThat(statusOf("#operations-Products-createProduct")).isEqualTo("201");
        assertThat(statusOf("#operations-Products-listProducts")).isEqualTo("200");
        browser.saveScreenshot(FOLDER.resolve("swagger-ui.png"));
    }

    @Test
    void doesNotShowADocumentThatALinkNames() {
        open("/swagger-ui/?url=https://example.org/openapi.yaml&configUrl=https://example.org/configuration.yaml");

        assertThat(browser.find(".info .title").getText()).startsWith("Roost");
    }

    /** Opens an operation, executes it with the values that the page proposes, and returns the status it shows. */
    private String statusOf(String operation) {
        browser.click(operation + " .opblock-summary-control");
        browser.click(operation + " .try-out__btn");
        browser.click(operation + " .execute");
        return browser.find(operation + " .live-responses-table .response .response-col_status")
                .getText()
                .strip();
    }

    private String register() throws Exception {
        String credentials = """
                {"email": "%s@example.com", "password": "correct horse battery"}""".formatted(UUID.randomUUID());
        return post("/api/v1/auth/register", null, credentials)
                .get("access_token")
                .getStringValue();
    }
}
