package io.truenorth.endtoend.dashboard;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers off the page, as a person does: with thin spaces between thousands, and a minus that is one. */
final class ShownNumbers {
    private static final Pattern NUMBER = Pattern.compile("[+\u2212]?\\d[\\d\u202f]*(\\.\\d+)?");

    private ShownNumbers() {}

    /** The first number in a text. */
    static double in(String text) {
        Matcher number = NUMBER.matcher(text);
        if (!number.find()) {
            throw new IllegalArgumentException("no number in '" + text + "'");
        }
        return Double.parseDouble(number.group().replace("\u202f", "").replace('\u2212', '-'));
    }

    static long whole(Locator place) {
        return (long) in(place.textContent());
    }

    /** What the overview says. */
    static Census overview(Page page) {
        List<Long> stages = page.locator(".river a.station > title").allTextContents().stream()
                .map(title -> (long) in(title))
                .toList();
        return new Census(stages, whole(page.locator(".counts a.loss .num")));
    }

    /** What a table of segments says, by the names of its rows; that of its sum row is {@code All customers}. */
    static Map<String, Census> segments(Page page) {
        Map<String, Census> rows = new LinkedHashMap<>();
        for (Locator row : page.locator(".segment-table :is(tbody, tfoot) tr").all()) {
            String stages = row.locator(".stage-bar").getAttribute("aria-label");
            rows.put(
                    row.locator("th").textContent(),
                    new Census(
                            List.of(stages.split(", ")).stream()
                                    .map(stage -> (long) in(stage))
                                    .toList(),
                            whole(row.locator("td.detractors"))));
        }
        return rows;
    }
}
