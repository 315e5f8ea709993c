package io.truenorth.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A YAML document and the problems found in it so far.
 *
 * <p>{@link #read} passes the root to a reader, whose typed reads always return a value. Problems, including keys
 * that were never read, are collected and thrown at the end.
 */
public final class Document {

    private static final int LARGEST = 1 << 20;

    private final String name;
    private final RawValue root;
    private final Map<String, TextPosition> positions;
    private final List<DocumentProblem> problems = new ArrayList<>();
    private final List<DocumentProblem> warnings = new ArrayList<>();
    private final List<DocumentSection> sections = new ArrayList<>();

    private Document(String name, YamlTree tree) {
        this.name = name;
        this.root = tree.root();
        this.positions = tree.positions();
        this.problems.addAll(tree.problems());
    }

    /**
     * The document in a file.
     *
     * @throws InvalidDocumentException if the file cannot be read or is not YAML
     */
    public static Document at(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return of(file.toString(), in.readNBytes(LARGEST + 1));
        } catch (NoSuchFileException e) {
            throw invalid(file.toString(), TextPosition.UNKNOWN, "no such file");
        } catch (IOException e) {
            throw invalid(file.toString(), TextPosition.UNKNOWN, "cannot be read: " + e.getMessage());
        }
    }

    /**
     * A document in memory.
     *
     * @param name the name in messages
     * @param content YAML in UTF-8, up to 1 MiB
     * @throws InvalidDocumentException if the content is not YAML, or has more than 20,000 values, a key of more than 200
     *     characters or a path of more than 1,000
     */
    public static Document of(String name, byte[] content) {
        if (content.length > LARGEST) {
            throw invalid(name, TextPosition.UNKNOWN, "expected up to 1 MiB, is larger");
        }
        try {
            return new Document(name, YamlTree.of(decoded(name, content)));
        } catch (YamlTree.UnreadableYamlException e) {
            throw new InvalidDocumentException(name, List.of(e.problem()));
        }
    }

    private static String decoded(String name, byte[] content) {
        CharBuffer decoded = CharBuffer.allocate(content.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content), decoded, true);
        String text = decoded.flip().toString();
        if (result.isError()) {
            String found = isUtf16(content) ? ", was UTF-16: save the file as UTF-8" : ", was other bytes";
            throw invalid(name, TextPosition.after(text), "expected text in UTF-8" + found);
        }
        return text;
    }

    /** Whether a text begins with the byte order mark of UTF-16. */
    private static boolean isUtf16(byte[] content) {
        int mark = content.length < 2 ? 0 : (content[0] & 0xff) << 8 | content[1] & 0xff;
        return mark == 0xfeff || mark == 0xfffe;
    }

    private static InvalidDocumentException invalid(String name, TextPosition position, String message) {
        return new InvalidDocumentException(name, List.of(new DocumentProblem(position, "", message)));
    }

    /** The name in messages. */
    public String name() {
        return name;
    }

    /**
     * Reads the document.
     *
     * @param reading builds a value from the root; discarded if there are problems
     * @throws InvalidDocumentException naming every problem, if there is one
     */
    public <T> T read(Function<DocumentNode, T> reading) {
        T result = reading.apply(new DocumentNode(this, "", root));
        sections.forEach(DocumentSection::rejectUnknownKeys);
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(DocumentProblem::line));
            throw new InvalidDocumentException(name, problems);
        }
        return result;
    }

    /** What the reader found valid, but probably not meant, in the order of the lines; also of an invalid document. */
    public List<DocumentProblem> warnings() {
        return warnings.stream()
                .sorted(Comparator.comparingInt(DocumentProblem::line))
                .toList();
    }

    void remember(DocumentSection section) {
        sections.add(section);
    }

    void problem(String path, String message) {
        problems.add(new DocumentProblem(positionOf(path), path, message));
    }

    void warning(String path, String message) {
        warnings.add(new DocumentProblem(positionOf(path), path, message));
    }

    /** The position of a path or, if the path is absent, of its nearest parent. */
    private TextPosition positionOf(String path) {
        String nearest = path;
        while (!nearest.isEmpty() && !positions.containsKey(nearest)) {
            nearest = Paths.parent(nearest);
        }
        return positions.getOrDefault(nearest, TextPosition.UNKNOWN);
    }
}
