package io.truenorth.benchmarks.harness;

/**
 * A main class of another JVM.
 *
 * @param classPath as {@code java -cp} takes it
 * @param name its full name
 */
public record MainClass(String classPath, String name) {}
