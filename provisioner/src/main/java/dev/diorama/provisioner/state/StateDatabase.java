package dev.diorama.provisioner.state;

import dev.diorama.provisioner.failure.CommandFailure;
import dev.diorama.subsetter.connection.ConnectionUrl;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The state database: a small pool of connections to it, its schema brought up to date. Thread-safe. */
public final class StateDatabase implements AutoCloseable {
    private static final int MAXIMUM_CONNECTIONS = 10;
    private static final int VALIDATION_SECONDS = 5;
    private static final Duration ACQUISITION_TIMEOUT = Duration.ofSeconds(30);

    private final AgroalDataSource dataSource;
    private final DSLContext context;
    private final StateLock lock;

    private StateDatabase(AgroalDataSource dataSource, StateLock lock) {
        this.dataSource = dataSource;
        this.lock = lock;
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        this.context = DSL.using(dataSource, SQLDialect.POSTGRES);
    }

    /**
     * Connects and migrates.
     *
     * @throws dev.diorama.subsetter.failure.SubsetException when the database cannot be reached
     * @throws CommandFailure when another server works on it, or its schema is newer than this program
     */
    public static StateDatabase open(ConnectionUrl url) {
        var lock = StateLock.take(url);
        try {
            var state = new StateDatabase(AgroalDataSource.from(configuration(url)), lock);
            state.migrate(url);
            return state;
        } catch (SQLException e) {
            lock.close();
            throw new CommandFailure("The state database %s cannot be opened".formatted(url), e);
        }
    }

    /** jOOQ on the pool; each statement is its own transaction unless {@code transaction} says otherwise. */
    DSLContext context() {
        return context;
    }

    @Override
    public void close() {
        dataSource.close();
        lock.close();
    }

    private void migrate(ConnectionUrl url) {
        try {
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations("classpath:dev/diorama/provisioner/state")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            close();
            throw new CommandFailure(
                    "The state database %s cannot be brought to this version's schema: %s"
                            .formatted(url, e.getMessage()),
                    e);
        }
    }

    private static AgroalDataSourceConfigurationSupplier configuration(ConnectionUrl url) {
        var properties = url.jdbcProperties();
        return new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(MAXIMUM_CONNECTIONS)
                        .acquisitionTimeout(ACQUISITION_TIMEOUT)
                        // A connection that the server ended meanwhile is replaced, not handed out.
                        .connectionValidator(ConnectionValidator.defaultValidatorWithTimeout(VALIDATION_SECONDS))
                        .validateOnBorrow(true)
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionFactoryConfiguration(factory -> {
                            factory.jdbcUrl(url.jdbcUrl());
                            // The pool takes these two apart from the others.
                            factory.principal(new NamePrincipal(url.user()));
                            Optional.ofNullable(properties.getProperty("password"))
                                    .ifPresent(password -> factory.credential(new SimplePassword(password)));
                            properties.stringPropertyNames().stream()
                                    .filter(name -> !name.equals("user") && !name.equals("password"))
                                    .forEach(name -> factory.jdbcProperty(name, properties.getProperty(name)));
                            return factory;
                        }));
    }
}
