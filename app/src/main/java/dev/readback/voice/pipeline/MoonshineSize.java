package dev.readback.voice.pipeline;

/** The two sizes of Moonshine in use here (Jeffries et al., 2024, arXiv:2410.15608; English models under MIT). */
enum MoonshineSize {
    BASE("Moonshine base", "recogniser-base", 8, 52),
    TINY("Moonshine tiny", "recogniser-tiny", 6, 36);

    static final int HEADS = 8;

    private final String title;
    private final String set;
    private final int layers;
    private final int width;

    /** @param width numbers of one head */
    MoonshineSize(String title, String set, int layers, int width) {
        this.title = title;
        this.set = set;
        this.layers = layers;
        this.width = width;
    }

    String title() {
        return title;
    }

    String set() {
        return set;
    }

    int layers() {
        return layers;
    }

    int width() {
        return width;
    }
}
