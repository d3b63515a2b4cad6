package dev.diorama.provisioner.routing;

import dev.diorama.provisioner.environment.Environment;
import java.util.Optional;

/**
 * What a link shows while no service answers for it. It asks again by itself as long as something is under way.
 *
 * @param status the HTTP status: 503 while work goes on or has failed, 404 where there is nothing to wait for
 */
record WaitingPage(int status, String html) {
    private static final String ASK_AGAIN = "<meta http-equiv=\"refresh\" content=\"2\">";

    static WaitingPage of(Links.Named named, Optional<Environment> environment) {
        var name = named.project() + "#" + named.number();
        if (environment.isEmpty()) {
            return page(404, "", name + " has no environment", "No pull request of that number was opened.");
        }
        var found = environment.get();
        return switch (found.phase()) {
            case QUEUED, WORKING, READY ->
                page(
                        503,
                        ASK_AGAIN,
                        name + " is being made",
                        "Commit %s of branch %s. This page asks again every two seconds."
                                .formatted(found.shortSha(), found.branch()));
            case FAILED -> page(503, "", name + " failed", found.failure().orElse("No reason was recorded."));
            case REMOVING, REMOVED ->
                page(404, "", name + " was removed", "Its pull request was closed, or somebody destroyed it.");
        };
    }

    private static WaitingPage page(int status, String head, String title, String text) {
        var html =
                """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">%s
                <title>%s</title>
                <style>
                body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 15vh auto; padding: 0 1rem; color: #222 }
                h1 { font-size: 1.4rem } p { white-space: pre-wrap } code { background: #f3f3f3; padding: .1em .3em }
                </style></head>
                <body><h1>%s</h1><p>%s</p></body></html>
                """
                        .formatted(head, escaped(title), escaped(title), escaped(text));
        return new WaitingPage(status, html);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
