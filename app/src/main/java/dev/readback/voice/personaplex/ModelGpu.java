package dev.readback.voice.personaplex;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A GPU as {@code nvidia-smi} tells of it.
 *
 * @param total MiB
 * @param free MiB
 */
record ModelGpu(String name, long total, long free) {

    /** What is sold as 16 and as 24 gigabytes has a little less to give. */
    private static final long LEAST = 15_000;

    private static final long SAFE = 22_500;

    private static final String FIELDS = "--query-gpu=name,memory.total,memory.free";

    static List<String> question(String program) {
        return List.of(program, FIELDS, "--format=csv,noheader,nounits");
    }

    static List<ModelGpu> read(String answer) {
        return answer.lines().flatMap(line -> gpu(line).stream()).toList();
    }

    private static Optional<ModelGpu> gpu(String line) {
        String[] fields = Stream.of(line.split(",")).map(String::strip).toArray(String[]::new);
        return fields.length == 3 && fields[1].matches("\\d+") && fields[2].matches("\\d+")
                ? Optional.of(new ModelGpu(fields[0], Long.parseLong(fields[1]), Long.parseLong(fields[2])))
                : Optional.empty();
    }

    boolean tooSmall() {
        return total < LEAST;
    }

    /** What is to be said about its memory; empty when nothing is. */
    Optional<String> caution() {
        if (tooSmall()) {
            return Optional.of("its " + gigabytes(total)
                    + " GB do not hold the model, which is 7 billion numbers of two bytes; 24 GB are safe");
        }
        if (total < SAFE) {
            return Optional.of("its " + gigabytes(total) + " GB may not do; 24 GB are safe");
        }
        return free < SAFE
                ? Optional.of("only " + gigabytes(free) + " of its " + gigabytes(total)
                        + " GB are free: something uses it, perhaps the model itself")
                : Optional.empty();
    }

    private static long gigabytes(long mebibytes) {
        return Math.round(mebibytes / 1024.0);
    }
}
