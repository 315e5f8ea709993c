package io.truenorth.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Touchpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code docs/sources.md} tells people to type for their first webhook works as it stands there. */
class DocumentedWebhookTest {
    private static final Path ROOT = Path.of("../..");
    private static final String SECRET = "the key that the service shows";

    private final GatewayUnderTest gateway = GatewayUnderTest.started(Map.of(
            "TRUENORTH_GATEWAY_SOURCES_DIRECTORY",
            ROOT.resolve("docs/examples/feedback").toString(),
            "FEEDBACK_SECRET",
            SECRET));

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aRequestThatIsSignedByHandBecomesTheEventThatIsShown() throws Exception {
        String page = Files.readString(ROOT.resolve("docs/sources.md"));

        String answer = output(block(page, "In another terminal, send it a request", "sh"));

        assertThat(answer)
                .isEqualTo(block(page, "It answers what became of it", "json").strip());
        assertThat(gateway.sent()).singleElement().satisfies(touchpoint -> {
            assertThat(touchpoint.getSource()).isEqualTo("feedback");
            assertThat(touchpoint.getChannel()).isEqualTo("store");
            assertThat(touchpoint.getSentiment()).isEqualTo(1);
        });
        assertThat(gateway.sentKeys()).containsExactly("crm:7");
    }

    @Test
    void theKeyIsTheOneThatIsExported() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/sources.md"));

        assertThat(block(page, "**4. Start with it.**", "sh"))
                .contains("export FEEDBACK_SECRET='" + SECRET + "'")
                .contains("docs/examples/feedback/feedback.yaml")
                .contains("export TRUENORTH_GATEWAY_IDENTITIES_PSEUDONYM_KEY=")
                .contains("TRUENORTH_GATEWAY_SOURCES_DIRECTORY=");
    }

    @Test
    void otherRequestsOfTheServiceAreUnderstoodToo() {
        String verified = gateway.send(
                        "POST",
                        "/v1/sources/feedback",
                        "event=verify&challenge=abc",
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .body();

        assertThat(verified).isEqualTo("abc");
        assertThat(send("event=form.shop.opened")).contains("\"ignored\":1");
        assertThat(send("event=form.shop.deleted&id=17&answered_at=2026-03-01T10:00:00Z&contact[number]=7"))
                .contains("\"accepted\":1");
        assertThat(send("event=form.shop.answered&id=18&answered_at=2026-03-01T10:00:00Z&answers=[]"
                        + "&contact[email]=Kiosk-3@shop.example"))
                .contains("\"ignored\":1");
        assertThat(gateway.sent())
                .singleElement()
                .extracting(Touchpoint::getRetracts)
                .isEqualTo("answer:17");
    }

    private String send(String form) {
        String signature = HexFormat.of().formatHex(OpenSslCommand.hmac("sha256", SECRET, form));
        return gateway.send(
                        "POST",
                        "/v1/sources/feedback",
                        form,
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "X-Feedback-Signature",
                        "sha256=" + signature)
                .body();
    }

    /** The first block of a language after some words. */
    private static String block(String page, String after, String language) {
        Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(page.substring(page.indexOf(after)));
        assertThat(block.find()).as(after).isTrue();
        return block.group(1);
    }

    private String output(String commands) throws Exception {
        Process shell = new ProcessBuilder(
                        "bash", "-euc", commands.replace("localhost:8080", "localhost:" + gateway.port()))
                .directory(ROOT.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();
        return output.strip();
    }
}
