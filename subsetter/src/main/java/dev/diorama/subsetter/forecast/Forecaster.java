package dev.diorama.subsetter.forecast;

import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.forecast.Need.Needs;
import dev.diorama.subsetter.selection.SelectionPlan;
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
    private static final int STEPS = 20;
    private static final double LEAST_STEP = 0.001;
    private static final double LEAST_ROWS = 0.001;
    private static final double LEAST_NEEDING = 0.0001;
    private static final double MOST_READ = 300_000;
    private static final int CHOICE = 3;
    private static final int LONGEST_ROUTE = 4;
    private static final int DEEPEST = 8;

    private final List<TableName> order;
    private final Map<TableName, Node> nodes = new LinkedHashMap<>();

    Forecaster(SelectionPlan plan, List<Reference> references) {
        order = plan.order().stream().map(Table::name).toList();
        order.forEach(table -> nodes.put(table, new Node(plan.size(table))));
        for (Reference reference : references) {
            node(reference.child()).edges().add(new Edge(reference, node(reference.child()), node(reference.parent())));
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
            List<Needs> needs = needs(table, new HashSet<>(Set.of(table)));
            double free = needs.stream()
                    .filter(Needs::areFree)
                    .mapToDouble(Needs::share)
                    .sum();
            if (table.eligible() * free - table.chosen() >= step) {
                draw(table, step);
            } else if (table.hasEnough() || !relax(table, Math.min(step, table.missingToEnough()), needs)) {
                return;
            }
        }
    }

    /** Chooses rows that bring no other over a target. */
    private static void draw(Node table, double rows) {
        table.choose(rows);
        for (Edge edge : table.edges()) {
            bringWithinTargets(edge, edge.needed(rows), table, DEEPEST);
        }
    }

    /** Chooses rows although they bring others over their targets, the cheapest first, if there are enough at all. */
    private static boolean relax(Node table, double rows, List<Needs> needs) {
        double wanted = table.missingToEnough();
        double candidates = table.rows() <= MOST_READ
                ? table.eligible()
                : Math.min(table.eligible(), table.chosen() + CHOICE * wanted);
        List<Outcome> cheapestFirst = needs.stream()
                .map(those -> Outcome.of(those, candidates, wanted))
                .sorted(Comparator.comparingDouble(Outcome::cost))
                .toList();
        double passed = -table.chosen();
        double taken = 0;
        Map<Edge, Double> news = new LinkedHashMap<>();
        for (Outcome outcome : cheapestFirst) {
            passed += outcome.share() * table.eligible();
            double now = Math.min(wanted - taken, passed - taken);
            if (now > 0) {
                taken += now;
                outcome.news().forEach((edge, brought) -> news.merge(edge, brought * now, Double::sum));
            }
        }
        if (taken < rows) {
            return false;
        }
        double part = rows / taken;
        draw(table, rows);
        news.forEach((edge, brought) -> {
            if (edge.parent().isFull()) {
                edge.bring(brought * part);
            }
        });
        return true;
    }

    /** What rows of a table may need of tables that are full, or of others behind which there are such. */
    private static List<Needs> needs(Node table, Set<Node> passed) {
        List<Needs> needs = Needs.NOTHING;
        for (Edge edge : table.edges()) {
            Node parent = edge.parent();
            if (!parent.isComplete()
                    && edge.needing() > LEAST_NEEDING
                    && passed.size() <= LONGEST_ROUTE
                    && passed.add(parent)) {
                List<Needs> behind = needs(parent, passed);
                passed.remove(parent);
                if (parent.isFull() || behind.size() > 1) {
                    needs = Needs.and(needs, Need.of(edge, behind));
                }
            }
        }
        return needs;
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

    private Node node(TableName table) {
        Node node = nodes.get(table);
        if (node == null) {
            throw new IllegalArgumentException("No table " + table + " in the plan");
        }
        return node;
    }
}
