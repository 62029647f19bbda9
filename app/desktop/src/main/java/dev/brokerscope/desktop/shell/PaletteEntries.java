package dev.brokerscope.desktop.shell;

import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.side.SideModel;
import dev.brokerscope.desktop.ui.CountText;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.action.Action;
import dev.brokerscope.desktop.ui.action.ActionRegistry;
import dev.brokerscope.desktop.ui.palette.PaletteEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What the palette can find just now: channels that are known, sources, commands.
final class PaletteEntries implements Supplier<List<PaletteEntry>> {

    private final Supplier<Desk> desk;
    private final SideModel side;
    private final ActionRegistry actions;

    PaletteEntries(Supplier<Desk> desk, SideModel side, ActionRegistry actions) {
        this.desk = desk;
        this.side = side;
        this.actions = actions;
    }

    @Override
    public List<PaletteEntry> get() {
        List<PaletteEntry> entries = new ArrayList<>();
        side.known().forEach(line -> entries.add(PaletteEntry.of(Texts.text("palette.channels"), line.node().label(),
                line.source().name() + " · " + CountText.brief(line.node().count()), Glyph.LAYERS,
                () -> desk.get().screens().openChannel(line.source(), line.node().id()))));
        for (Source source : side.sources().connections()) {
            entries.add(
                    PaletteEntry.of(Texts.text("side.connections"), source.name(), source.stage().word(), Glyph.PLUG,
                            () -> side.channels(source).load()));
        }
        for (Source source : side.sources().archives()) {
            source.archive().ifPresent(path -> entries.add(PaletteEntry.of(Texts.text("side.archives"), source.name(),
                    path.toString(), Glyph.ARCHIVE, () -> desk.get().screens().openArchive(path))));
        }
        actions.all().map(PaletteEntries::entry).forEach(entries::add);
        return entries;
    }

    private static PaletteEntry entry(Action action) {
        return PaletteEntry
                .of(Texts.text("palette.commands"), action.text(), action.menu(), action.glyph(), action::fire)
                .withKeys(action.shortcutText());
    }
}
