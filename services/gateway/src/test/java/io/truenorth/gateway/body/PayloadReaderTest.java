package io.truenorth.gateway.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.gateway.json.Violations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of bodies by their content type. */
class PayloadReaderTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data; boundary=xx";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a=1&b=two+words%21                        | {"a":"1","b":"two words!"}
            data[merges][EMAIL]=ann%40example.org     | {"data":{"merges":{"EMAIL":"ann@example.org"}}}
            data%5Bid%5D=7                            | {"data":{"id":"7"}}
            a[]=1&a[]=2                               | {"a":["1","2"]}
            a=1&a=2&a=3                               | {"a":["1","2","3"]}
            a[]=1                                     | {"a":["1"]}
            i[0][x]=1&i[0][y]=2&i[1][x]=3             | {"i":[{"x":"1","y":"2"},{"x":"3"}]}
            i[1]=b&i[0]=a                             | {"i":["a","b"]}
            i[1]=b                                    | {"i":{"1":"b"}}
            i[][x]=1&i[][x]=2                         | {"i":[{"x":"1"},{"x":"2"}]}
            a[b=1&c]=2&[d]=3&e[f]g=4                  | {"a[b":"1","c]":"2","[d]":"3","e[f]g":"4"}
            a&b=&=c&&                                 | {"a":"","b":"","":"c"}
            a=1=2                                     | {"a":"1=2"}
            n=Z%C3%BCrich                             | {"n":"Zürich"}
            """)
    void aFormIsAnObjectOfTexts(String body, String json) throws Exception {
        assertThat(read(body, FORM)).isEqualTo(json);
        assertThat(read(body, "Application/X-WWW-Form-Urlencoded; charset=UTF-8"))
                .isEqualTo(json);
    }

    @Test
    void aFormMayBeOfAnotherCharset() throws Exception {
        assertThat(read("n=Z%FCrich", FORM + "; charset=windows-1252")).isEqualTo("{\"n\":\"Zürich\"}");
        assertThatThrownBy(() -> read("n=Z%FCrich", FORM))
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessage("expected a form in UTF-8, found bytes that are none");
        assertThatThrownBy(() -> read("n=1", FORM + "; charset=klingon"))
                .hasMessage("expected a known charset, was \"klingon\"");
    }

    @Test
    void filesOfAMultipartBodyAreLeftOut() throws Exception {
        String body = part("form-data; name=\"data[email]\"", "ann@example.org")
                + part("form-data; name=\"file\"; filename=\"a.png\"", "\u0000\u00ff")
                + part("form-data; name=\"tags[]\"", "a")
                + part("form-data; name=\"tags[]\"", "b\r\nc")
                + "--xx--\r\n";

        assertThat(read(body, MULTIPART))
                .isEqualTo("{\"data\":{\"email\":\"ann@example.org\"},\"tags\":[\"a\",\"b\\r\\nc\"]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no parts", "--xx", "--xx\r\n", "--xx\r\nContent-Disposition: form-data; name=a\r\n\r\n1"})
    void aBrokenMultipartBodyIsNamed(String body) {
        assertThatThrownBy(() -> read(body, MULTIPART))
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessageContaining("multipart");
    }

    @Test
    void aMultipartBodyNeedsABoundary() {
        assertThatThrownBy(() -> read("--xx--", "multipart/form-data"))
                .hasMessage("expected a boundary in the content type of a multipart body");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a=%zz                | expected a form-encoded body, found a % without two hexadecimal digits
            a=%4                 | expected a form-encoded body, found a % without two hexadecimal digits
            a=1&a[b]=2           | expected the field "a[b]" to have one form, but it is a text, an array or an object by turns
            a[b]=1&a=2           | expected the field "a" to have one form, but it is a text, an array or an object by turns
            a[]=1&a[b]=2         | expected the field "a[b]" to have one form, but it is a text, an array or an object by turns
            """)
    void whatCannotBeReadIsNamed(String body, String message) {
        assertThatThrownBy(() -> read(body, FORM))
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessage(message);
    }

    @Test
    void formsAreBounded() {
        assertThatThrownBy(() -> read("a&".repeat(10_001), FORM)).hasMessage("expected up to 10000 fields in a form");
        assertThatThrownBy(() -> read("a" + "[a]".repeat(40) + "=1", FORM)).hasMessageContaining("32 levels");
        assertThatThrownBy(() -> read("a" + "[a]".repeat(1000) + "=1", FORM)).hasMessageContaining("1024 characters");
    }

    @Test
    void everythingElseIsJson() throws Exception {
        assertThat(read("{\"a\": 1}", "text/plain; charset=UTF-8")).isEqualTo("{\"a\":1}");
        assertThat(read("{\"a\": 1}", "")).isEqualTo("{\"a\":1}");
        assertThatThrownBy(() -> read("a=1", "application/json")).hasMessageContaining("not JSON");
    }

    private static String read(String body, String contentType) throws UnreadableBodyException {
        return PayloadReader.read(body, contentType, new Violations()).toString();
    }

    private static String part(String disposition, String value) {
        return "--xx\r\nContent-Disposition: " + disposition + "\r\n\r\n" + value + "\r\n";
    }
}
