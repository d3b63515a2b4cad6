package dev.diorama.provisioner.routing;

import dev.diorama.provisioner.engine.RunningStack;
import dev.diorama.provisioner.environment.Environment;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Which port answers for which environment, kept in memory and rebuilt from the engine at start. Thread-safe. */
public final class Routes {
    private final ConcurrentHashMap<Links.Named, Integer> ports = new ConcurrentHashMap<>();

    /** From now on the environment's link leads to this stack. */
    public void put(Environment environment, RunningStack stack) {
        ports.put(new Links.Named(environment.project(), environment.identity().number()), stack.publicPort());
    }

    /** From now on the environment's link leads to the waiting page. */
    public void remove(String project, int number) {
        ports.remove(new Links.Named(project, number));
    }

    /** The port on the loopback address. */
    public OptionalInt port(Links.Named named) {
        var port = ports.get(named);
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }
}
