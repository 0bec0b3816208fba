package dev.readback.say;

import static dev.readback.say.Known.known;
import static dev.readback.say.Known.named;
import static dev.readback.say.Known.plain;

import java.util.List;

/** What Docker and Kubernetes say when they fail. */
final class DockerFailures {

    static final List<Known> ALL = List.of(
            plain(
                    "Cannot connect to the Docker daemon|docker daemon is not running|failed to connect to the docker API[^\n]{0,200}(?:no such file|refused)",
                    "Docker is installed, but its daemon is not running."),
            known(
                    "No such container: (\\S{1,128})",
                    (found, told) -> "There is no container called " + named(found) + "."),
            known(
                    "No such image: (\\S{1,200})",
                    (found, told) -> "There is no image called " + named(found) + " here."),
            known(
                    "(?:No such (volume|network): |get (volume)s? )(\\S{1,128})",
                    (found, told) -> "Docker has no such " + named(found) + "."),
            known(
                    "container name \"/?([^\"\\s]{1,128})\" is already in use",
                    (found, told) -> "There is a container called " + named(found) + " already."),
            known(
                    "container (\\S{1,128}) is not running",
                    (found, told) -> "The container " + told.slot("container", named(found)) + " is not running."),
            known(
                    "pull access denied for ([^\\s,]{1,200})|manifest for (\\S{1,200}) not found|manifest unknown",
                    (found, told) -> "The registry has no such image, or does not give it to us."),
            known(
                    "toomanyrequests|pull rate limit",
                    (found, told) -> "The registry gives us no more images for now. Try again later."),
            known(
                    "The connection to the server (\\S{1,200}) was refused",
                    (found, told) -> "No cluster answers at " + named(found) + "."),
            plain("couldn't get current server API group list", "No cluster answers."),
            known(
                    "Error from server \\(NotFound\\): (\\S{1,100}?)s?(?:\\.\\S{1,100})? \"([^\"]{1,253})\" not found",
                    (found, told) -> "The cluster has no " + found.group(1) + " called " + found.group(2) + "."),
            plain("Error from server \\(Forbidden\\)", "The cluster does not allow me that."),
            plain(
                    "You must be logged in to the server",
                    "The cluster does not know me; its credentials are missing or out of date."),
            plain(
                    "current-context is not set|no configuration has been provided",
                    "kubectl does not know which cluster to ask."));

    private DockerFailures() {}
}
