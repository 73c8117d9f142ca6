package dev.roost.http.staticfiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files of the web folder a path leads to, and that none leads out. */
class FolderApiTest extends WebFolderTest {

    @ParameterizedTest
    @CsvSource({
        "/app/, front",
        "/app/index.html, front",
        "/app/ten.txt, 0123456789",
        "/app/t%65n.txt?a=b, 0123456789",
        "/app/gr%C3%B6%C3%9Fe%20und%20mehr.txt, unicode",
        "/app/50%25.txt, percent",
        "/app/sub/, sub",
        "/app/sub/deeper/file.txt, deeper",
        "/app/inside/, sub",
        "/app/inside.txt, 0123456789",
        "http://elsewhere.example/app/ten.txt, 0123456789"
    })
    void isServed(String target, String body) {
        RawHttp.Answer answer = fetch(target);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({
        "/app/sub, /app/sub/",
        "/app/sub?a=b, /app/sub/?a=b",
        "/app/inside, /app/inside/",
    })
    void leadsIntoFoldersThatHaveAnIndex(String target, String location) {
        RawHttp.Answer answer = fetch(target);

        assertThat(answer.status()).isEqualTo(301);
        assertThat(answer.header("Location")).hasValue(location);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/sub/deeper",
                "/app/sub/deeper/",
                "/app//",
                "/app//ten.txt",
                "/app/sub//index.html",
                "/app/ten.txt/",
                "/app/ten.txt/x",
                "/app/TEN.TXT",
                "/app/ten.txt;a=b",
                "/app;a=b/ten.txt",
                "/app/;a=b/ten.txt",
                "/app/./ten.txt",
                "/app/sub/../ten.txt",
                "/app/../secret.txt",
                "/app/../web-too/secret.txt",
                "/app/sub/../../secret.txt",
                "/app/..;/secret.txt",
                "/app/%2e%2e/secret.txt",
                "/app/%2E./secret.txt",
                "/app/..%2fsecret.txt",
                "/app/sub/..%2f..%2f..%2fsecret.txt",
                "/app/..%5csecret.txt",
                "/app/%5c..%5csecret.txt",
                "/app/..%252fsecret.txt",
                "/app/%252e%252e/secret.txt",
                "/app/%2fetc%2fpasswd",
                "/app//etc/passwd",
                "/app/C:%5cwindows",
                "/app/ten.txt:stream",
                "/app/ten.txt%00",
                "/app/ten.txt%00.html",
                "/app/ten.txt%0a",
                "/app/ten.txt%7f",
                "/app/ten.txt.",
                "/app/ten.txt%20",
                "/app/.env",
                "/app/%2eenv",
                "/app/.git/config",
                "/app/.git/",
                "/app/hidden.txt",
                "/app/hidden/config",
                "/app/outside.txt",
                "/app/outside/secret.txt",
                "/app/nowhere",
                "/app/circle",
                "//app/ten.txt",
                "/APP/ten.txt",
                "http://elsewhere.example/app/..%2fsecret.txt",
                "http://elsewhere.example/app/../secret.txt"
            })
    void leadsNowhereElse(String target) {
        assertProblem(fetch(target), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/%",
                "/app/%4",
                "/app/%zz",
                "/app/%fc",
                "/app/%c0%ae%c0%ae/secret.txt",
                "/app/%ed%a0%80",
                "/app/\u00ff"
            })
    void refusesWhatIsNotPercentEncodedUtf8(String target) {
        assertProblem(fetch(target), 400);
    }

    @Test
    void answers404ToANameThatIsTooLongForAnyFile() {
        assertProblem(fetch("/app/" + "x".repeat(3_000)), 404);
    }
}
