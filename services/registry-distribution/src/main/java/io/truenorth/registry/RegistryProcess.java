package io.truenorth.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * The main class of the registry's process: runs the registry, and ends with the process that started it. Their bond is
 * standard input: the system closes it when the parent dies, also by {@code kill -9}, so no orphan is left behind.
 */
public final class RegistryProcess {
    /** The variable that tells the process the password of its one user. */
    public static final String PASSWORD_VARIABLE = "TRUENORTH_REGISTRY_PASSWORD";

    private static final String PASSWORD_PROPERTY = "quarkus.security.users.embedded.users.truenorth";
    private static final int PARENT_IS_GONE = 3;

    private RegistryProcess() {}

    /**
     * Runs the registry.
     *
     * @param args its main class, then the arguments for it
     */
    public static void main(String[] args) throws ReflectiveOperationException {
        Thread watch = new Thread(() -> endAtEndOf(System.in), "parent-watch");
        watch.setDaemon(true);
        watch.start();
        System.setProperty(PASSWORD_PROPERTY, requiredPassword());
        try {
            Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the registry failed: " + e.getCause(), e.getCause());
        }
    }

    private static String requiredPassword() {
        String password = System.getenv(PASSWORD_VARIABLE);
        if (password == null || password.isEmpty()) {
            throw new IllegalStateException("expected the registry's password in " + PASSWORD_VARIABLE);
        }
        return password;
    }

    /** Halts, as an orderly end could hang; the database is written through and stands a halt. */
    private static void endAtEndOf(InputStream parent) {
        try {
            parent.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be watched for the parent's end", e);
        } finally {
            Runtime.getRuntime().halt(PARENT_IS_GONE);
        }
    }
}
