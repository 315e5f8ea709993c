package io.truenorth.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The work of the whole machine up to a moment: of this benchmark's own processes, and of all.
 *
 * @param processors the times of all processors
 * @param own the CPU time of this process and of those that it started, by process id, in clock ticks
 */
public record MachineLoad(ProcessorTimes processors, Map<Long, Long> own) {
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    /** Copies the times. */
    public MachineLoad {
        own = Map.copyOf(own);
    }

    public static MachineLoad now() {
        Map<Long, Long> own = new HashMap<>();
        ProcessHandle self = ProcessHandle.current();
        Stream.concat(Stream.of(self), self.descendants())
                .forEach(process -> own.put(process.pid(), ticks(process.pid())));
        return new MachineLoad(ProcessorTimes.now(), own);
    }

    /** Returns the share of steal time since an earlier moment, in percent of all processors' time. */
    public double stealPercentSince(MachineLoad start) {
        return percent(processors.steal() - start.processors.steal(), start);
    }

    /** Returns the share of processes that are not part of this benchmark, in percent of all processors' time. */
    public double foreignPercentSince(MachineLoad start) {
        long ownTicks = 0;
        for (Map.Entry<Long, Long> process : own.entrySet()) {
            ownTicks += process.getValue() - start.own.getOrDefault(process.getKey(), 0L);
        }
        return percent(Math.max(0, processors.processes() - start.processors.processes() - ownTicks), start);
    }

    private double percent(long ticks, MachineLoad start) {
        long total = processors.total() - start.processors.total();
        return total == 0 ? 0 : 100.0 * ticks / total;
    }

    /** The fields follow the name of the command, which is in parentheses and may have blanks. */
    private static long ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
        } catch (IOException e) {
            return 0;
        }
    }
}
