package io.truenorth.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The times of all processors since the system's start, in clock ticks; all 0 on systems without {@code /proc}.
 *
 * @param processes spent in processes, in user and kernel mode
 * @param steal taken by other virtual machines
 * @param total all times, idle time included
 */
public record ProcessorTimes(long processes, long steal, long total) {
    private static final Path STAT = Path.of("/proc/stat");
    private static final int USER = 1;
    private static final int NICE = 2;
    private static final int SYSTEM = 3;
    private static final int STEAL = 8;

    static ProcessorTimes now() {
        String[] fields;
        try {
            fields = Files.readAllLines(STAT).get(0).split(" +");
        } catch (IOException e) {
            return new ProcessorTimes(0, 0, 0);
        }
        long total = 0;
        for (int i = USER; i <= STEAL; i++) {
            total += Long.parseLong(fields[i]);
        }
        return new ProcessorTimes(
                Long.parseLong(fields[USER]) + Long.parseLong(fields[NICE]) + Long.parseLong(fields[SYSTEM]),
                Long.parseLong(fields[STEAL]),
                total);
    }
}
