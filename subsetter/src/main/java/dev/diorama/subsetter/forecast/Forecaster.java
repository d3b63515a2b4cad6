package dev.diorama.subsetter.forecast;

import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.selection.SelectionPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows the selection with expected numbers in the place of rows. Tables take their turn in its order; each draws its
 * rows in small steps, and before each step it is looked anew which tables have room. References are thought to point
 * anywhere, independently of each other: so many draws from a number of parents need as many different ones as balls
 * hit bins.
 *
 * <p>As long as there are rows that bring none over a target, those are drawn. After that hurdles are given up, the
 * cheapest first, and of the rows that pass the others those are drawn of which most need the same parent. Not in it is
 * how references of real data hang together, nor what looking ahead saves.
 *
 * <p>For one thread, once.
 */
final class Forecaster {
    private static final int STEPS = 60;
    private static final double LEAST_STEP = 0.001;
    private static final double LEAST_ROWS = 0.001;
    private static final long SMALL_TABLE_ROWS = 5_000;
    private static final int CHOICE = 3;
    private static final int LONGEST_ROUTE = 4;
    private static final int MOST_ROUTES = 64;
    private static final int DEEPEST = 8;

    private final List<TableName> order;
    private final Map<TableName, Node> nodes = new LinkedHashMap<>();

    Forecaster(SelectionPlan plan, List<Reference> references) {
        order = plan.order().stream().map(Table::name).toList();
        order.forEach(table -> nodes.put(table, new Node(plan.size(table))));
        for (Reference reference : references) {
            node(reference.child()).edges().add(new Edge(reference, node(reference.parent())));
        }
    }

    /** How many rows of each table are expected. */
    Expectation expect() {
        nodes.values().stream().filter(Node::isComplete).forEach(node -> node.choose(node.rows()));
        nodes.values().stream().filter(Node::isComplete).forEach(node -> node.edges()
                .forEach(edge -> bring(edge, edge.needed(node.rows()), node, DEEPEST)));
        order.forEach(table -> fill(node(table)));
        Map<TableName, Double> rows = new LinkedHashMap<>();
        Map<Reference, Double> excesses = new LinkedHashMap<>();
        nodes.forEach((name, node) -> {
            rows.put(name, node.chosen());
            node.edges().forEach(edge -> excesses.put(edge.reference(), edge.excess()));
        });
        return new Expectation(rows, excesses);
    }

    private void fill(Node table) {
        double missing = table.target() - table.chosen();
        double step = Math.max(LEAST_STEP, missing / STEPS);
        while (table.target() - table.chosen() > step / 2) {
            List<Route> hurdles = hurdles(table);
            if (table.eligible() * passing(hurdles) - table.chosen() >= step) {
                draw(table, step);
            } else if (table.hasEnough() || !relax(table, step, missing, hurdles)) {
                return;
            }
        }
    }

    /** Chooses rows that bring no other over a target. */
    private void draw(Node table, double rows) {
        table.choose(rows);
        for (Edge edge : table.edges()) {
            bringWithinTargets(edge, edge.needed(rows), table, DEEPEST);
        }
    }

    /** Chooses rows although they bring others over their targets, if there are enough at all. */
    private boolean relax(Node table, double rows, double missing, List<Route> hurdles) {
        Option best = hurdles.stream()
                .map(given -> new Option(List.of(given), without(hurdles, given)))
                .filter(option -> option.candidates(table, missing) - table.chosen() >= rows)
                .min(Comparator.comparingDouble(option -> option.cost(table, missing)))
                .orElseGet(() -> new Option(hurdles, List.of()));
        if (best.candidates(table, missing) - table.chosen() < rows) {
            return false;
        }
        Map<Edge, Double> given = best.newRows(table, rows, missing);
        draw(table, rows);
        given.forEach((edge, news) -> bring(edge, news, table, DEEPEST));
        return true;
    }

    /** Which hurdles are given up, and which are not. */
    private record Option(List<Route> given, List<Route> kept) {
        /** How many rows there are to choose among. */
        double candidates(Node table, double missing) {
            double passing = table.eligible() * passing(kept);
            return table.rows() <= SMALL_TABLE_ROWS ? passing : Math.min(passing, table.chosen() + CHOICE * missing);
        }

        /** How many rows over targets each of the missing rows brings. */
        double cost(Node table, double missing) {
            return newRows(table, missing, missing).entrySet().stream()
                            .mapToDouble(entry -> entry.getValue()
                                    * (1 + behind(entry.getKey().parent(), DEEPEST)))
                            .sum()
                    / missing;
        }

        /** How many rows each given hurdle brings, if those are drawn of which most need the same. */
        Map<Edge, Double> newRows(Node table, double rows, double missing) {
            Map<Edge, Double> news = new LinkedHashMap<>();
            for (Route route : given) {
                double candidates = candidates(table, missing);
                double needing = candidates * (1 - route.passing());
                double bins = route.last().reference().referred() * route.last().news();
                double groups = Bins.fullest(bins, needing, Math.min(needing, missing));
                double forEach = groups / Math.max(LEAST_ROWS, Math.min(needing, missing));
                double share = given.size() == 1 ? 1 : 1 - route.passing();
                news.merge(route.last(), rows * forEach * share, Double::sum);
            }
            return news;
        }
    }

    /** How many rows of full tables a new row of a table brings. */
    private static double behind(Node table, int depth) {
        if (depth == 0) {
            return 0;
        }
        return table.edges().stream()
                .filter(edge -> edge.parent().isFull() && edge.parent() != table)
                .mapToDouble(edge -> edge.needing() * (1 + behind(edge.parent(), depth - 1)))
                .sum();
    }

    private static double passing(List<Route> hurdles) {
        return hurdles.stream().mapToDouble(Route::passing).reduce(1, (one, other) -> one * other);
    }

    private static List<Route> without(List<Route> hurdles, Route given) {
        return hurdles.stream().filter(hurdle -> !hurdle.equals(given)).toList();
    }

    private static void bring(Edge edge, double rows, Node drawn, int depth) {
        if (rows < LEAST_ROWS
                || depth == 0
                || edge.parent() == drawn
                || edge.parent().isComplete()) {
            return;
        }
        edge.bring(rows);
        edge.parent().edges().forEach(next -> bring(next, next.needed(rows), drawn, depth - 1));
    }

    private static void bringWithinTargets(Edge edge, double rows, Node drawn, int depth) {
        if (rows < LEAST_ROWS
                || depth == 0
                || edge.parent() == drawn
                || edge.parent().isComplete()
                || edge.parent().isFull()) {
            return;
        }
        edge.bring(rows);
        edge.parent().edges().forEach(next -> bringWithinTargets(next, next.needed(rows), drawn, depth - 1));
    }

    /** The ways from a table to full ones. */
    private static List<Route> hurdles(Node table) {
        List<Route> routes = new ArrayList<>();
        find(table, List.of(), new HashSet<>(Set.of(table)), routes);
        return routes;
    }

    private static void find(Node from, List<Edge> way, Set<Node> passed, List<Route> routes) {
        for (Edge edge : from.edges()) {
            Node parent = edge.parent();
            if (parent.isComplete() || passed.contains(parent) || routes.size() >= MOST_ROUTES) {
                continue;
            }
            List<Edge> longer = new ArrayList<>(way);
            longer.add(edge);
            if (parent.isFull()) {
                routes.add(new Route(longer));
            } else if (longer.size() < LONGEST_ROUTE) {
                passed.add(parent);
                find(parent, longer, passed, routes);
                passed.remove(parent);
            }
        }
    }

    private Node node(TableName table) {
        Node node = nodes.get(table);
        if (node == null) {
            throw new IllegalArgumentException("No table " + table + " in the plan");
        }
        return node;
    }
}
