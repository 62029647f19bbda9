package dev.brokerscope.cli.option;

import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.Page;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.core.slice.SliceText;
import dev.brokerscope.core.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Finds channels by the words people type: exact names first, then globs.
public record ChannelPick(Session session, String where) {

    /// All channels below the folders, in the broker's order.
    public List<ChannelNode> all(boolean internal, boolean counts) throws FaultException, InterruptedException {
        List<ChannelNode> found = new ArrayList<>();
        collect(Optional.empty(), new ListQuery("", internal, counts, 10_000, Optional.empty()), found);
        return found;
    }

    private void collect(Optional<ChannelId> parent, ListQuery query, List<ChannelNode> found)
            throws FaultException, InterruptedException {
        ListQuery next = query;
        Optional<String> more;
        do {
            Page<ChannelNode> page = session.list(parent, next);
            for (ChannelNode node : page.items()) {
                if (!node.roles().contains(ChannelNode.Role.FOLDER)) {
                    found.add(node);
                }
                if (node.mayHaveChildren()) {
                    collect(Optional.of(node.id()), query, found);
                }
            }
            more = page.next();
            if (more.isPresent()) {
                next = query.continuedAt(more.get());
            }
        } while (more.isPresent());
    }

    /// The channel of exactly this name.
    ///
    /// @throws FaultException of kind `NOT_FOUND` that names the nearest
    public ChannelId one(String name) throws FaultException, InterruptedException {
        return exact(name, all(true, false)).orElseThrow(() -> unknown(name, names(true)));
    }

    private static Optional<ChannelId> exact(String name, List<ChannelNode> nodes) {
        return nodes.stream().map(ChannelNode::id).filter(id -> id.text().equals(name)).findFirst();
    }

    /// Whose names match a glob (`*` anything, `?` one character), or an exact name.
    public static Predicate<ChannelNode> glob(String glob) {
        StringBuilder regex = new StringBuilder();
        for (char c : glob.toCharArray()) {
            regex.append(switch (c) {
                case '*' -> ".*";
                case '?' -> ".";
                default -> Pattern.quote(String.valueOf(c));
            });
        }
        Pattern pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
        return node -> node.id().text().equals(glob) || pattern.matcher(node.id().text()).matches();
    }

    /// The channels that a slice names, each with its part.
    ///
    /// @throws FaultException of kind `NOT_FOUND` where there is none
    public List<Slice> slices(SliceText text, List<ChannelNode> nodes) throws FaultException {
        Optional<ChannelId> exact = exact(text.name(), nodes);
        if (exact.isPresent()) {
            return List.of(text.on(exact.get()));
        }
        List<Slice> matching = nodes.stream().filter(n -> text.isGlob() && !n.internal())
                .filter(glob(text.name())).map(n -> text.on(n.id())).toList();
        if (matching.isEmpty()) {
            throw unknown(text.name(), nodes.stream().map(n -> n.id().text()).toList());
        }
        return matching;
    }

    private FaultException unknown(String name, List<String> known) {
        return new FaultException(FaultKind.NOT_FOUND, "channel.unknown",
                "There is no channel \"" + name + "\" in " + where + ".",
                Nearest.of(name, known).map(n -> "Did you mean " + n + "?")
                        .orElse("List them with: brokerscope channels"));
    }

    private List<String> names(boolean internal) {
        try {
            return all(internal, false).stream().map(n -> n.id().text()).toList();
        } catch (FaultException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
