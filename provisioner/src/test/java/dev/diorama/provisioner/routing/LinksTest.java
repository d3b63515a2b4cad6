package dev.diorama.provisioner.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
    private final Links links = new Links(URI.create("http://localhost:7070"));

    @Test
    void findsTheEnvironmentOfAHost() {
        assertThat(links.named("pr-1.bookshop.localhost")).contains(new Links.Named("bookshop", 1));
        assertThat(links.named("PR-1.BookShop.LocalHost")).contains(new Links.Named("bookshop", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "bookshop.localhost",
                "pr-1.localhost",
                "pr-1.bookshop.example.com",
                "a.pr-1.bookshop.localhost",
                "pr-1.bookshop.localhost.",
                "pr-1.bookshopxlocalhost",
                ".localhost",
                ""
            })
    void leavesEveryOtherHostToTheServer(String host) {
        assertThat(links.named(host)).isEmpty();
    }
}
