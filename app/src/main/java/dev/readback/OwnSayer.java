package dev.readback;

import dev.readback.say.CommandResult;
import dev.readback.say.Figure;
import dev.readback.say.ReadBack;
import dev.readback.say.Sayer;
import java.util.List;
import java.util.function.Supplier;

/** Speaks by the sayings as they stand now. */
final class OwnSayer implements Sayer {

    private final Supplier<Sayer> now;

    OwnSayer(Supplier<Sayer> now) {
        this.now = now;
    }

    @Override
    public String result(CommandResult result) {
        return now.get().result(result);
    }

    @Override
    public Portion more(CommandResult result, int from) {
        return now.get().more(result, from);
    }

    @Override
    public String line(CommandResult result, int number) {
        return now.get().line(result, number);
    }

    @Override
    public String why(CommandResult result) {
        return now.get().why(result);
    }

    @Override
    public List<Figure> figures(CommandResult result) {
        return now.get().figures(result);
    }

    @Override
    public String readBack(ReadBack readBack) {
        return now.get().readBack(readBack);
    }

    @Override
    public String repeatBack(ReadBack readBack, String object) {
        return now.get().repeatBack(readBack, object);
    }

    @Override
    public String denial(String line, String host, List<String> reasons, boolean hardFloor) {
        return now.get().denial(line, host, reasons, hardFloor);
    }
}
