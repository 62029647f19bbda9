package dev.brokerscope.archive;

import dev.brokerscope.api.broker.GroupStates.GroupState;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.Fact;
import dev.brokerscope.api.channel.Item;
import dev.brokerscope.api.channel.PartitionInfo;
import dev.brokerscope.api.channel.Section;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.sqlite.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Describes an archived channel.
final class ChannelFacts {

    private final OpenArchive archive;

    ChannelFacts(OpenArchive archive) {
        this.archive = archive;
    }

    ChannelDetails describe(Catalog.Entry entry) throws FaultException {
        List<PartitionInfo> partitions = new ArrayList<>();
        for (Catalog.Part part : entry.partitions()) {
            partitions.add(partition(part));
        }
        List<Section> sections = new ArrayList<>();
        sections.addAll(List.of(Section.of("archive", "Archive", provenance(entry)),
                Section.of("config", "Configuration", settings(entry.definition())), groups(entry)));
        Section objects = objects(entry);
        if (!objects.items().isEmpty()) {
            sections.add(objects);
        }
        return new ChannelDetails(entry.id(), entry.row().incarnation(), partitions, entry.count(),
                profile(entry.original()), entry.attributes(), sections);
    }

    /// Reading an archive does nothing to anything; what a restore keeps depends on the broker it came from.
    private static ChannelProfile profile(ChannelProfile original) {
        return new ChannelProfile(Set.of(), EnumSet.allOf(ChannelProfile.StartKind.class),
                ChannelProfile.EndKind.POSITION, ChannelProfile.PositionKind.STABLE, original.dense(),
                ChannelProfile.OrderScope.PARTITION, ChannelProfile.Completeness.COMPLETE, original.restore(),
                original.caveats());
    }

    private PartitionInfo partition(Catalog.Part part) throws FaultException {
        if (part.ranges().isEmpty()) {
            return new PartitionInfo(part.number(), Optional.empty(), Optional.empty(), Count.exact(0),
                    List.of(Item.of("coverage", "Coverage", new Fact.Absent("this partition was not backed up"))));
        }
        BlockIndex index = archive.index(part);
        Position first = index.size() > 0 ? index.first(0) : part.end();
        List<Item> facts = List.of(
                Item.of("blocks", "Blocks", new Fact.Whole(index.size(), "")),
                Item.of("gaps", "Gaps", new Fact.Whole(archive.gaps(part).size(), "")));
        return new PartitionInfo(part.number(), Optional.of(first), Optional.of(part.end()), part.count(), facts);
    }

    private List<Item> provenance(Catalog.Entry entry) throws FaultException {
        return archive.db().first("SELECT broker, label, cluster_id, started_at, state, kind, fidelity FROM run"
                + " JOIN source USING (source_id) WHERE run_id = ?", row -> items(row, entry), entry.lastRun())
                .orElse(List.of());
    }

    private static List<Item> items(Row row, Catalog.Entry entry) throws SQLException {
        return List.of(Item.of("source", "Source", new Fact.Text(row.text(2) + " (" + row.text(1) + ")")),
                Item.of("cluster", "Cluster", row.textIfAny(3).<Fact>map(Fact.Text::new)
                        .orElse(new Fact.Absent("the broker told none"))),
                Item.of("channel", "Name on the broker", new Fact.Text(entry.row().channel().text())),
                Item.of("started", "Backed up", new Fact.Time(row.whole(4))),
                Item.of("state", "Backup", new Fact.Text(row.text(5).replace('_', ' '))),
                Item.of("fidelity", "Fidelity", new Fact.Text(row.text(7))));
    }

    private static List<Item> settings(ChannelDefinition definition) {
        return definition.settings().stream().map(s -> new Item(s.name(), s.name(), s.value().<Fact>map(Fact.Text::new)
                .orElse(new Fact.Absent(s.sensitive() ? "sensitive, so it was not kept" : "the broker told none")),
                s.origin(), s.sensitive())).toList();
    }

    private Section objects(Catalog.Entry entry) throws FaultException {
        return Section.of("cluster", "Access rules and quotas", RunRows.objects(archive.db(), entry.lastRun()).stream()
                .map(o -> Item.of(o.kind() + "." + o.name(), o.kind(), new Fact.Text(o.name()))).toList());
    }

    private Section groups(Catalog.Entry entry) throws FaultException {
        List<Section> groups = new ArrayList<>();
        for (GroupState group : archive.groups(entry)) {
            List<Item> items = new ArrayList<>();
            items.add(Item.of("state", "State", new Fact.Text(group.state())));
            items.add(Item.of("lag", "Lag when backed up", new Fact.Counted(group.lag())));
            group.progress().forEach(p -> items.add(Item.of("partition." + p.partition(),
                    "Partition " + p.partition(), new Fact.Whole(p.next().lo(), ""))));
            groups.add(Section.of("group." + group.name(), group.name(), items));
        }
        return new Section("groups", "Groups", List.of(), groups);
    }
}
