package dev.diorama.provisioner.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diorama.subsetter.yaml.ConfigurationException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServerConfigurationTest {
    @Test
    void readsEveryKey() {
        var configuration = ServerConfiguration.parse(
                "server.yml",
                """
                port: 8080
                public-url: https://preview.example.com
                home: /var/lib/diorama
                state: postgresql://diorama:secret@db/diorama_state
                staging: postgresql://diorama:secret@staging/postgres
                projects:
                  bookshop:
                    repository: /srv/git/bookshop.git
                    base: trunk
                    production: postgresql://reader@production/bookshop
                """);

        assertThat(configuration.port()).isEqualTo(8080);
        assertThat(configuration.publicUrl()).isEqualTo(URI.create("https://preview.example.com"));
        assertThat(configuration.home()).isEqualTo(Path.of("/var/lib/diorama"));
        assertThat(configuration.projects()).containsOnlyKeys("bookshop");
        assertThat(configuration.projects().values())
                .extracting(ProjectConfiguration::baseBranch)
                .containsExactly("trunk");
        assertThat(configuration.toString()).doesNotContain("secret");
    }

    @Test
    void listensOnThisMachineUnlessToldOtherwise() {
        var configuration = ServerConfiguration.parse(
                "server.yml", "{home: h, state: 'postgresql://a@b/c', staging: 'postgresql://a@b/d'}");

        assertThat(configuration.port()).isEqualTo(7070);
        assertThat(configuration.publicUrl()).isEqualTo(URI.create("http://localhost:7070"));
    }

    @Test
    void tellsEveryErrorAtOnceAndNoPassword() {
        assertThatThrownBy(
                        () -> ServerConfiguration.parse(
                                "server.yml",
                                """
                        port: 99999
                        public-url: preview
                        state: mysql://diorama:secret@db/state
                        stagging: postgresql://a@b/c
                        projects:
                          Book_Shop:
                            repository: x
                            production: postgresql://a@b/c
                        """))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("port: is a number from 1 to 65535")
                .hasMessageContaining("public-url: is an address")
                .hasMessageContaining("did you mean \"staging\"?")
                .hasMessageContaining("Book_Shop")
                .hasMessageNotContaining("secret");
    }

    @Test
    void saysThatThereIsNoFile() {
        assertThatThrownBy(() -> ServerConfiguration.read(Path.of("nowhere.yml")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("There is no server configuration at nowhere.yml");
    }
}
