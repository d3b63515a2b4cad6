package dev.diorama.provisioner.api;

import dev.diorama.provisioner.Provisioner;
import dev.diorama.provisioner.environment.Environment;
import dev.diorama.provisioner.environment.StepRecord;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The environments over HTTP. What changes something answers 202 with the environment as it is wanted from now on. */
@Path("/api/environments")
@Produces(MediaType.APPLICATION_JSON)
public class EnvironmentsResource {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);
    private static final int MOST_LINES = 10_000;
    private static final String ONE = "{project}/{number: \\d{1,9}}";

    private final Provisioner provisioner;

    /** A resource of this server. */
    public EnvironmentsResource(Provisioner provisioner) {
        this.provisioner = provisioner;
    }

    /** Every environment that there ever was, oldest first. */
    @GET
    public List<EnvironmentView> list() {
        return provisioner.environments().stream().map(this::view).toList();
    }

    /** One environment, as soon as its revision is another than {@code after}, which at first is none. */
    @GET
    @Path(ONE)
    public EnvironmentView environment(
            @PathParam("project") String project,
            @PathParam("number") int number,
            @QueryParam("after") @DefaultValue("0") long after)
            throws InterruptedException {
        var environment = find(project, number);
        if (environment.revision() != after) {
            return view(environment);
        }
        provisioner.awaitChange(environment.id(), after, LONGEST_WAIT);
        return view(find(project, number));
    }

    /** The comment as it stands in the pull request. */
    @GET
    @Path(ONE + "/comment")
    @Produces(MediaType.TEXT_PLAIN)
    public String comment(@PathParam("project") String project, @PathParam("number") int number) {
        return provisioner.comment(find(project, number));
    }

    /** What the steps of the current generation and the services wrote; all of them unless one is named. */
    @GET
    @Path(ONE + "/logs")
    public List<LogView> logs(
            @PathParam("project") String project,
            @PathParam("number") int number,
            @QueryParam("step") Optional<String> step,
            @QueryParam("service") Optional<String> service,
            @QueryParam("lines") @DefaultValue("200") int lines) {
        if (lines < 1 || lines > MOST_LINES) {
            throw new BadRequestException("lines is a number from 1 to %d, not %d".formatted(MOST_LINES, lines));
        }
        var environment = find(project, number);
        var logs = new ArrayList<LogView>();
        if (service.isEmpty()) {
            logs.addAll(stepLogs(environment, step, lines));
        }
        if (step.isEmpty()) {
            logs.addAll(serviceLogs(environment, service, lines));
        }
        return logs;
    }

    /** A branch was pushed to the local forge. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response push(PushRequest push) {
        return accepted(provisioner.push(push.project(), push.branch(), push.title()));
    }

    /** Makes an environment anew, its clone included. */
    @POST
    @Path(ONE + "/reprovision")
    public Response reprovision(@PathParam("project") String project, @PathParam("number") int number) {
        return accepted(provisioner.reprovision(find(project, number)));
    }

    /** Closes the pull request, whereupon everything of its environment is removed. */
    @DELETE
    @Path(ONE)
    public Response destroy(@PathParam("project") String project, @PathParam("number") int number) {
        return accepted(provisioner.destroy(find(project, number)));
    }

    private Environment find(String project, int number) {
        return provisioner.find(project, number).orElseThrow(() -> {
            var known =
                    provisioner.environments().stream().map(Environment::name).toList();
            return new NotFoundException("There is no environment %s; there %s"
                    .formatted(new EnvironmentName(project, number), known.isEmpty() ? "is none yet" : are(known)));
        });
    }

    private List<LogView> stepLogs(Environment environment, Optional<String> wanted, int lines) {
        var steps = provisioner.steps(environment);
        var names = steps.stream().map(step -> step.step().word()).toList();
        mustBeAmong(names, wanted, "step", environment);
        return steps.stream()
                .filter(step -> wanted.isEmpty() || step.step().word().equals(wanted.get()))
                .map(step -> new LogView(LogView.STEP, step.step().word(), last(lines, step.log())))
                .toList();
    }

    private List<LogView> serviceLogs(Environment environment, Optional<String> wanted, int lines) {
        var names = provisioner.services(environment);
        mustBeAmong(names, wanted, "service", environment);
        return names.stream()
                .filter(name -> wanted.isEmpty() || name.equals(wanted.get()))
                .map(name -> new LogView(LogView.SERVICE, name, provisioner.serviceLog(environment, name, lines)))
                .toList();
    }

    private static void mustBeAmong(List<String> names, Optional<String> wanted, String kind, Environment environment) {
        wanted.filter(name -> !names.contains(name)).ifPresent(name -> {
            throw new NotFoundException("%s has no %s \"%s\"; there %s"
                    .formatted(environment.name(), kind, name, names.isEmpty() ? "is none at the moment" : are(names)));
        });
    }

    private static String are(List<String> names) {
        return (names.size() == 1 ? "is " : "are ") + String.join(", ", names);
    }

    private static List<String> last(int lines, String log) {
        var all = log.lines().toList();
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    private Response accepted(Environment environment) {
        return Response.accepted(view(environment)).build();
    }

    private EnvironmentView view(Environment environment) {
        var now = Instant.now();
        return new EnvironmentView(
                environment.name(),
                environment.project(),
                environment.identity().number(),
                environment.title(),
                environment.branch(),
                environment.headSha(),
                environment.wanted().word(),
                environment.phase().word(),
                environment.failure(),
                provisioner.link(environment),
                environment.generation(),
                environment.revision(),
                provisioner.steps(environment).stream()
                        .map(step -> view(step, now))
                        .collect(Collectors.toList()));
    }

    private static StepView view(StepRecord step, Instant now) {
        return new StepView(
                step.step().word(),
                step.state().word(),
                step.startedAt(),
                step.duration()
                        .orElseGet(() -> Duration.between(step.startedAt(), now))
                        .toMillis(),
                step.detail());
    }
}
