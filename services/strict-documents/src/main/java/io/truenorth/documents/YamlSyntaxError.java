package io.truenorth.documents;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Why a text is not YAML, in SnakeYAML's words without its excerpts of the text.
 *
 * @param position the position of the error, where SnakeYAML tells it; otherwise that of the last token
 * @param reason one line
 */
record YamlSyntaxError(TextPosition position, String reason) {

    private static final int LONGEST = 200;
    private static final Pattern MARK =
            Pattern.compile("^ in .+, line (\\d{1,9}), column (\\d{1,9}):$", Pattern.MULTILINE);

    static YamlSyntaxError of(JacksonException e) {
        String message = e.getOriginalMessage();
        return new YamlSyntaxError(position(e, message), reason(message));
    }

    /** The last mark is that of the problem; one before it is that of the value around it. */
    private static TextPosition position(JacksonException e, String message) {
        JsonLocation last = e.getLocation();
        TextPosition position = last == null || last.getLineNr() < 1
                ? TextPosition.UNKNOWN
                : new TextPosition(last.getLineNr(), last.getColumnNr());
        Matcher mark = MARK.matcher(message);
        while (mark.find()) {
            position = new TextPosition(Integer.parseInt(mark.group(1)), Integer.parseInt(mark.group(2)));
        }
        return position;
    }

    /** Marks and excerpts are indented. */
    private static String reason(String message) {
        String reason = message.lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .collect(Collectors.joining(", "));
        return Excerpt.plain(reason, LONGEST);
    }
}
