package dev.readback.voice.personaplex;

import java.util.List;
import java.util.Map;

/**
 * One way to start the model server, made up wholly before anything starts.
 *
 * @param argv the program and its words
 * @param environment all of it
 * @param cleaning what clears away what was left behind; empty where nothing is
 * @param own whether the sockets it listens on are of processes that we started; those of a container are not
 * @param port on loopback, where it is to answer
 * @param say how it is kept off the network
 */
record LaunchPlan(
        List<String> argv, Map<String, String> environment, List<String> cleaning, boolean own, int port, String say) {

    LaunchPlan {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
        cleaning = List.copyOf(cleaning);
    }

    static LaunchPlan of(ModelOptions options, LaunchWay way, ModelEnvironment environment) {
        ModelCommand command = new ModelCommand(options, way, environment.inside());
        return new LaunchPlan(
                command.argv(),
                environment.variables(),
                command.cleaning(),
                way instanceof LaunchWay.Bare,
                options.port(),
                way.say());
    }
}
