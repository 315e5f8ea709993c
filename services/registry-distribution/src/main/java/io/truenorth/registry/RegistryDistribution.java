package io.truenorth.registry;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * The unpacked registry: a jar that can be run, and its libraries.
 *
 * @param runner the jar to run; its manifest names the main class and the libraries
 * @param mainClass the main class of that jar
 */
public record RegistryDistribution(Path runner, String mainClass) {

    /** The system property that names the directory of the distribution, where it is not beside this module. */
    public static final String HOME_PROPERTY = "truenorth.registry.home";

    private static final String DIRECTORY = "registry";
    private static final String PATCHED = "patched";
    private static final String RUNNERS = "*-runner.jar";

    /**
     * Finds the distribution: in the directory that the system property {@value #HOME_PROPERTY} names, or else in the
     * directory {@code registry} beside the jar or the class directory of this module, where the build unpacks it.
     *
     * @throws MissingDistributionException if it is not there; the message says where it was looked for
     */
    public static RegistryDistribution find() {
        String home = System.getProperty(HOME_PROPERTY);
        return in(home == null ? ownLocation().resolveSibling(DIRECTORY) : Path.of(home));
    }

    /**
     * The distribution in a directory.
     *
     * @throws MissingDistributionException if it is not there
     */
    public static RegistryDistribution in(Path directory) {
        List<Path> runners = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, RUNNERS)) {
            found.forEach(runners::add);
        } catch (IOException e) {
            throw missing(directory, "it cannot be read (" + e + ")");
        }
        if (runners.size() != 1) {
            throw missing(directory, "expected one file " + RUNNERS + " in it, found " + runners.size());
        }
        return new RegistryDistribution(runners.get(0), mainClassOf(directory, runners.get(0)));
    }

    /** The command line that runs the registry so that it ends with this process, whatever becomes of it. */
    public List<String> command(List<String> jvmOptions) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        // Ours last: the registry must find its own libraries before anything of ours. Those that replace some of its
        // own
        // come first, as the runner has altered copies of a few classes of theirs.
        command.add("-cp");
        command.add(String.join(
                File.pathSeparator,
                runner.resolveSibling(PATCHED).resolve("*").toString(),
                runner.toString(),
                ownLocation().toString()));
        command.add(RegistryProcess.class.getName());
        command.add(mainClass);
        return command;
    }

    private static String mainClassOf(Path directory, Path runner) {
        try (JarFile jar = new JarFile(runner.toFile())) {
            String mainClass = jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
            if (mainClass == null) {
                throw missing(directory, runner.getFileName() + " names no main class");
            }
            return mainClass;
        } catch (IOException e) {
            throw missing(directory, runner.getFileName() + " is not a whole jar (" + e.getMessage() + ")");
        }
    }

    private static Path ownLocation() {
        try {
            return Path.of(RegistryDistribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError("a class is loaded from a file", e);
        }
    }

    private static MissingDistributionException missing(Path directory, String flaw) {
        return new MissingDistributionException("no schema registry in " + directory.toAbsolutePath() + ": " + flaw
                + ". Build the module services/registry-distribution, which unpacks it there, or name another"
                + " directory by -D" + HOME_PROPERTY + "=DIRECTORY");
    }
}
