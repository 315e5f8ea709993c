package io.truenorth.gateway.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Direction;
import io.truenorth.contract.Identity;
import io.truenorth.contract.Money;
import io.truenorth.contract.Touchpoint;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutomationTest {
    private static Touchpoint mail(Direction direction, String kind, Map<String, String> context) {
        Touchpoint touchpoint = new Touchpoint();
        touchpoint.setIdentities(List.of(new Identity("crm", "c-1")));
        touchpoint.setDirection(direction);
        touchpoint.setChannel("email");
        touchpoint.setKind(kind);
        touchpoint.setContext(context);
        return touchpoint;
    }

    private static Touchpoint marked(Touchpoint touchpoint) {
        Automation.mark(touchpoint);
        return touchpoint;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
                "curl/8.5.0"
            })
    void knowsMachinesByWhatTheySayThatTheyAre(String agent) {
        Touchpoint click = marked(mail(Direction.IN, "email_clicked", Map.of("userAgent", agent, "url", "/x")));

        assertThat(click.getKind()).isEqualTo("automated");
        assertThat(click.getContext())
                .containsEntry("automated", "user agent")
                .containsEntry("automatedKind", "email_clicked")
                .containsEntry("url", "/x");
    }

    @Test
    void leavesPeopleAlone() {
        String agent =
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.4 Safari/605.1.15";

        assertThat(marked(mail(Direction.IN, "page_visited", Map.of("userAgent", agent)))
                        .getKind())
                .isEqualTo("page_visited");
        assertThat(marked(mail(
                                Direction.IN,
                                "page_visited",
                                Map.of("userAgent", "Mozilla/5.0 (Linux; Android 9; CUBOT_X18 Plus)")))
                        .getKind())
                .isEqualTo("page_visited");
        assertThat(marked(mail(Direction.OUT, "email_delivered", Map.of("userAgent", "curl/8")))
                        .getKind())
                .isEqualTo("email_delivered");
    }

    @Test
    void whoPaidIsNoMachineThoughTheirShopsServerIs() {
        Touchpoint order = mail(Direction.IN, "purchase", Map.of("userAgent", "Go-http-client/1.1"));
        order.setMoney(new Money(10_000L, "EUR"));

        assertThat(marked(order).getKind()).isEqualTo("purchase");
    }
}
