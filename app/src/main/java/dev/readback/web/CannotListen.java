package dev.readback.web;

import dev.readback.failure.Failure;
import java.net.BindException;

/** The server could not be started; the sentence names the setting to change. */
public final class CannotListen extends Failure {
    private CannotListen(String code, String sentence, Throwable cause) {
        super(code, sentence, cause);
    }

    static CannotListen on(WebSettings settings, Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            String told = String.valueOf(at.getMessage());
            if (at instanceof BindException && told.contains("in use")) {
                return portInUse(settings, cause);
            }
            if (at instanceof BindException && told.contains("denied")) {
                return notAllowed(settings, cause);
            }
        }
        return new CannotListen(
                "cannot_listen",
                "Cannot listen on " + settings.host() + "; set READBACK_HOST to an address of this machine.",
                cause);
    }

    private static CannotListen notAllowed(WebSettings settings, Throwable cause) {
        return new CannotListen(
                "port_not_allowed",
                "This user may not listen on port " + settings.port() + "; set READBACK_PORT to 1024 or more.",
                cause);
    }

    private static CannotListen portInUse(WebSettings settings, Throwable cause) {
        return new CannotListen(
                "port_in_use",
                "Port " + settings.port() + " on " + settings.host()
                        + " is already in use; stop what uses it, or set READBACK_PORT to another one.",
                cause);
    }
}
