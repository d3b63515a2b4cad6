package dev.diorama.provisioner.engine.process;

import dev.diorama.provisioner.configuration.Stack;
import dev.diorama.provisioner.engine.Build;
import dev.diorama.provisioner.engine.Start;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The environment variables of a command. Of the server's own only these few are passed on, because the others may
 * hold the server's secrets; the JDK that runs the server comes first in PATH.
 */
final class ShellEnvironment {
    private static final List<String> PASSED_ON = List.of("HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR");

    private ShellEnvironment() {}

    static Map<String, String> forBuild(Build build) {
        var variables = basic();
        variables.put("DIORAMA_SHA", build.sha());
        return variables;
    }

    static Map<String, String> forService(Start start, Stack.Service service, Map<String, Integer> ports) {
        var variables = basic();
        ports.forEach((name, port) ->
                variables.put(name.toUpperCase(Locale.ROOT).replace('-', '_') + "_URL", "http://127.0.0.1:" + port));
        variables.put("PORT", String.valueOf(ports.get(service.name())));
        variables.put("DATABASE_URL", start.databaseUrl());
        variables.put("DIORAMA_SHA", start.sha());
        variables.put("DIORAMA_URL", start.publicUrl().toString());
        variables.put("DIORAMA_ENVIRONMENT", Long.toString(start.environmentId()));
        variables.put("DIORAMA_SERVICE", service.name());
        return variables;
    }

    private static Map<String, String> basic() {
        var variables = new LinkedHashMap<String, String>();
        for (var name : PASSED_ON) {
            var value = System.getenv(name);
            if (value != null) {
                variables.put(name, value);
            }
        }
        var javaHome = System.getProperty("java.home");
        variables.put("JAVA_HOME", javaHome);
        variables.put(
                "PATH",
                javaHome + File.separator + "bin" + File.pathSeparator
                        + System.getenv().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin"));
        return variables;
    }
}
