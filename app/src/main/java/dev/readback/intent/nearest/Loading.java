package dev.readback.intent.nearest;

import dev.readback.intent.Example;
import java.util.List;

/** Makes the ranking by vectors; takes a while. */
@FunctionalInterface
interface Loading {

    /** @throws Exception where this machine cannot */
    Ranking load(List<Example> examples) throws Exception;
}
