package dev.readback.gate;

import dev.readback.gate.Paths.Act;

/** Judges {@code dd} by what it reads and writes. */
final class DiskCopy implements Special {

    private final Judge judge;

    DiskCopy(Judge judge) {
        this.judge = judge;
    }

    @Override
    public void judge(Schema schema, Invocation invocation) {
        boolean writes = false;
        for (Word word : invocation.words()) {
            String text = word.text();
            if (text.startsWith("of=")) {
                String path = invocation.resolve(judge.paths(), text.substring(3));
                judge.paths().changing(path, Act.REPLACE).ifPresent(invocation::rule);
                writes |= !judge.paths().isHarmlessSink(path);
            } else if (text.startsWith("if=")) {
                String path = invocation.resolve(judge.paths(), text.substring(3));
                judge.paths().reading(path, word.glob()).ifPresent(invocation::rule);
            }
            if (!word.known()) {
                writes = true;
            }
        }
        invocation.rule(Ruling.confirm(
                writes ? "It would copy data block by block over a file." : "It would copy data block by block."));
    }
}
