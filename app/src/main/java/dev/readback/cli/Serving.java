package dev.readback.cli;

import dev.readback.Readback;
import dev.readback.settings.Settings;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/** Serving in the foreground until the process is told to end. */
final class Serving {

    private Serving() {}

    static int serve(Settings settings) {
        Readback readback = Readback.start(settings);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            readback.close();
                            ended.countDown();
                        },
                        "shutdown"));
        greet(System.out, readback);
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static void greet(PrintStream out, Readback readback) {
        out.println();
        out.println("  Readback is listening on " + readback.address());
        out.println();
        out.println("  Open the page (this address works once, for ten minutes):");
        out.println("    " + readback.loginAddress());
        out.println("  Another such address:  ./readback open");
        out.println("  Or in a terminal:      ./readback ask \"how full is the disk\"");
        out.println("                         ./readback chat");
        out.println();
        readback.fingerprint()
                .ifPresent(fingerprint ->
                        out.println("  Its certificate has the SHA-256 fingerprint\n    " + fingerprint + "\n"));
        readback.warnings().forEach(warning -> out.println("  Note: " + warning));
        out.println("  Ctrl-C ends it; what is running goes on and is followed again at the next start.");
        out.flush();
    }
}
