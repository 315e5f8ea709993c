package io.truenorth.confluent;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.truenorth.confluent.ClassFileReferences.Member;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every class, method and field that the repackaged classes refer to is there, in the version that we build with. It
 * fails when an upgrade of Kafka, Avro, Jackson or Guava takes away what Confluent's classes need.
 */
class ConfluentClientLinkTest {
    /** Bouncy Castle's TLS sockets: an optional dependency of the REST client, used where that provider is installed. */
    private static final Set<String> KNOWN_MISSING = Set.of("org.bouncycastle.jsse.BCSSLSocket");

    private static final ClassLoader LOADER = ConfluentClientLinkTest.class.getClassLoader();

    private static Path root;

    @BeforeAll
    static void findRepackagedClasses() throws URISyntaxException {
        root = Path.of(KafkaAvroSerializer.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Assumptions.assumeTrue(
                Files.isDirectory(root), "the genuine artifacts are in use (-Pconfluent-upstream): nothing to link");
    }

    @Test
    void everyReferenceResolves() throws IOException {
        Set<String> missing = new TreeSet<>();
        int references = 0;
        for (Path classFile : classFiles()) {
            ClassFileReferences refersTo = ClassFileReferences.of(Files.readAllBytes(classFile));
            refersTo.classes().stream().filter(name -> load(name) == null).forEach(missing::add);
            refersTo.members().stream()
                    .filter(member -> load(member.owner()) != null && !exists(member))
                    .forEach(member -> missing.add(member.toString()));
            references += refersTo.classes().size() + refersTo.members().size();
        }

        assertThat(missing).isEqualTo(KNOWN_MISSING);
        assertThat(references).isGreaterThan(6_000);
    }

    @Test
    void noReferenceToTheShadedPackagesIsLeft() throws IOException {
        List<String> shaded = new ArrayList<>();
        for (Path classFile : classFiles()) {
            if (Files.readString(classFile, StandardCharsets.ISO_8859_1).contains("org/apache/pinot")) {
                shaded.add(root.relativize(classFile).toString());
            }
        }

        assertThat(shaded).isEmpty();
    }

    @Test
    void licenceAndNoticeAreKept() {
        assertThat(root.resolve("META-INF/LICENSE")).content().contains("Apache License", "Version 2.0");
        assertThat(root.resolve("META-INF/NOTICE"))
                .content()
                .contains("Confluent", "pinot-confluent-avro", "Apache Pinot");
        assertThat(root.resolve("META-INF/maven/io.confluent/kafka-avro-serializer/pom.xml"))
                .content()
                .contains("Apache License 2.0");
    }

    private static List<Path> classFiles() throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("io/confluent"))) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, LOADER);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    private static boolean exists(Member member) {
        Class<?> owner = load(member.owner());
        try {
            return member.isMethod() ? hasMethod(owner, member) : hasField(owner, member.name());
        } catch (NoClassDefFoundError e) {
            return false;
        }
    }

    private static boolean hasMethod(Class<?> owner, Member member) {
        // Signature-polymorphic: every call site has a descriptor of its own (JVMS 2.9.3).
        if (owner == MethodHandle.class || owner == VarHandle.class) {
            return true;
        }
        MethodType type = MethodType.fromMethodDescriptorString(member.descriptor(), LOADER);
        if (member.name().equals("<init>")) {
            return Arrays.stream(owner.getDeclaredConstructors()).anyMatch(method -> takes(method, type));
        }
        return selfAndSupertypes(owner)
                .flatMap(holder -> Arrays.stream(holder.getDeclaredMethods()))
                .anyMatch(method -> method.getName().equals(member.name()) && takes(method, type));
    }

    private static boolean takes(Executable method, MethodType type) {
        boolean sameResult = method instanceof Constructor<?> || ((Method) method).getReturnType() == type.returnType();
        return sameResult && Arrays.equals(method.getParameterTypes(), type.parameterArray());
    }

    private static boolean hasField(Class<?> owner, String name) {
        return selfAndSupertypes(owner)
                .flatMap(holder -> Arrays.stream(holder.getDeclaredFields()))
                .anyMatch(field -> field.getName().equals(name));
    }

    private static Stream<Class<?>> selfAndSupertypes(Class<?> type) {
        if (type == null) {
            return Stream.empty();
        }
        Stream<Class<?>> supertypes = Stream.concat(
                selfAndSupertypes(type.getSuperclass()),
                Arrays.stream(type.getInterfaces()).flatMap(ConfluentClientLinkTest::selfAndSupertypes));
        // An interface answers to the methods of Object, too.
        Stream<Class<?>> object = type.isInterface() ? Stream.of(Object.class) : Stream.empty();
        return Stream.of(Stream.<Class<?>>of(type), supertypes, object).flatMap(all -> all);
    }
}
