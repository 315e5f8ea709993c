package io.truenorth.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the files of the page may say: no markup from texts, nothing inline, nothing from elsewhere, nothing that is not there. */
class PageSourceTest {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final Pattern MARKUP_FROM_TEXT = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|DOMParser|srcdoc|document\\.write"
                    + "|\\beval\\(|new Function\\b|javascript:");
    private static final Pattern INLINE =
            Pattern.compile("(?i)<[^>]*\\s(style|on[a-z]+)\\s*=|<style|<script(?![^>]*\\ssrc=)");
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)https?://|wss?://|[\"'(]//[a-z0-9]");
    private static final Pattern IMPORT =
            Pattern.compile("(?s)\\b(?:import|export)\\s*(?:\\{([^}]*)}\\s*from\\s*)?\\(?'(\\.[^']*)'");
    private static final Pattern EXPORT =
            Pattern.compile("(?m)^export\\s+(?:async\\s+)?(?:const|let|function\\*?|class)\\s+(\\w+)");
    private static final Pattern LINK = Pattern.compile("<(?:script|link)[^>]*?\\s(?:src|href)=\"([^\"]+)\"");

    @ParameterizedTest
    @MethodSource("io.truenorth.dashboard.api.PageFiles#all")
    void aFileMakesNoMarkupOfTextsAndCallsNobodyElse(String file) {
        String text = PageFiles.text(file).replace(NAMESPACE, "");

        assertThat(text).doesNotContainPattern(MARKUP_FROM_TEXT).doesNotContainPattern(ELSEWHERE);
        if (!file.endsWith(".js")) {
            assertThat(text).doesNotContainPattern(INLINE);
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
        MARKUP, `e.innerHTML = name`
        MARKUP, `document.write(name)`
        MARKUP, `eval(text)`
        INLINE, `<p style="color: red">`
        INLINE, `<a class="a" onclick="go()">`
        INLINE, `<script>go()</script>`
        ELSEWHERE, `<img src="https://cdn.example/x.png">`
        ELSEWHERE, `@import '//cdn.example/x.css'`
        """)
    void whatMayNotBeSaidIsFound(String kind, String text) {
        Pattern pattern = switch (kind) {
            case "MARKUP" -> MARKUP_FROM_TEXT;
            case "INLINE" -> INLINE;
            default -> ELSEWHERE;
        };

        assertThat(text).containsPattern(pattern);
    }

    @ParameterizedTest
    @MethodSource("io.truenorth.dashboard.api.PageFiles#scripts")
    void whatAModuleImportsIsThere(String file) {
        for (MatchResult found : found(IMPORT, file)) {
            String module = resolved(file, found.group(2));
            assertThat(PageFiles.all()).as(file).contains(module);
            if (found.group(1) != null) {
                assertThat(exports(module)).as(file + " from " + module).containsAll(names(found.group(1)));
            }
        }
    }

    @Test
    void everyFileIsAskedForBySomebody() {
        Set<String> reached = new TreeSet<>(Set.of("/index.html"));
        found(LINK, "/index.html").forEach(link -> reached.add(link.group(1)));
        for (String file : PageFiles.scripts()) {
            found(IMPORT, file).forEach(module -> reached.add(resolved(file, module.group(2))));
        }

        assertThat(reached).containsExactlyElementsOf(PageFiles.all());
    }

    /** Not one after the other, as each names the next. */
    @Test
    void allModulesAreAskedForAtOnce() {
        List<String> linked = found(LINK, "/index.html").stream()
                .map(link -> link.group(1))
                .filter(file -> file.endsWith(".js"))
                .toList();

        assertThat(linked).containsExactlyInAnyOrderElementsOf(PageFiles.scripts());
    }

    private static List<MatchResult> found(Pattern pattern, String file) {
        return pattern.matcher(PageFiles.text(file)).results().toList();
    }

    private static String resolved(String file, String module) {
        return URI.create(file).resolve(module).getPath();
    }

    private static List<String> exports(String module) {
        return found(EXPORT, module).stream().map(match -> match.group(1)).toList();
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(","))
                .map(name -> name.strip().replaceFirst(" as .*", ""))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
