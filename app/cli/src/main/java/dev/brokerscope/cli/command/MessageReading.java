package dev.brokerscope.cli.command;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelProfile.StartKind;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.message.DecodeWords;
import dev.brokerscope.cli.message.MessagePrinter;
import dev.brokerscope.cli.message.MessageView;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.core.decode.Preview;
import dev.brokerscope.core.query.Entry;
import dev.brokerscope.core.query.KeyedSession;
import dev.brokerscope.core.query.OrderedReading;
import dev.brokerscope.core.query.QuickFilter;
import dev.brokerscope.core.slice.Bound;
import dev.brokerscope.core.slice.ConsentWord;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.core.slice.SliceResolver;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads slices and hands their messages to a printer: a range in the order of time, or what arrives.
final class MessageReading {

    private static final Duration WAIT = Duration.ofMillis(200);

    private final Run run;
    private final OpenConnection source;
    private final DecodeWords words;
    private final MessagePrinter printer;
    private final Optional<QuickFilter> filter;
    private final GapRemarks gaps;
    private long left;

    MessageReading(Run run, OpenConnection source, DecodeWords words, MessagePrinter printer,
            Optional<QuickFilter> filter, long max) {
        this.run = run;
        this.source = source;
        this.words = words;
        this.printer = printer;
        this.filter = filter;
        this.left = max;
        this.gaps = new GapRemarks(run);
    }

    ExitCode read(List<Slice> slices, Isolation isolation, Set<Impact> consent, boolean reverse)
            throws FaultException, InterruptedException {
        Set<ChannelId> channels = slices.stream().map(Slice::channel).collect(Collectors.toSet());
        Map<ChannelId, List<Position>> ends = source.session().ends(channels, isolation);
        for (Slice slice : slices) {
            if (left > 0) {
                one(slice, ends.getOrDefault(slice.channel(), List.of()), isolation, consent, reverse);
            }
        }
        printer.end();
        return gaps.end();
    }

    private void one(Slice slice, List<Position> ends, Isolation isolation, Set<Impact> consent, boolean reverse)
            throws FaultException, InterruptedException {
        ChannelDetails details = source.session().describe(slice.channel());
        ConsentWord.demand(details, consent);
        demandPast(details);
        MessageView view = view(details);
        OpenRequest request = OpenRequest.everything(slice.channel()).isolated(isolation).consenting(consent);
        if (slice.last().isPresent()) {
            new NewestMessages(run, source.session()).read(slice, isolation, consent, reverse, e -> show(view, e));
            return;
        }
        List<SliceResolver.Range> ranges = new SliceResolver(source.session(), isolation, consent)
                .resolve(slice, details, ends).stream().filter(r -> !r.isEmpty()).toList();
        if (ranges.isEmpty()) {
            return;
        }
        OpenRequest only = request.only(ranges.stream().map(SliceResolver.Range::partition)
                .collect(Collectors.toSet()));
        OpenRequest bounded = ranges.stream().allMatch(r -> r.end().isPresent())
                ? only.from(new Start.AtPositions(ranges.stream().map(SliceResolver.Range::begin).toList()))
                        .to(new End.BeforePositions(ranges.stream().flatMap(r -> r.end().stream()).toList()))
                : only;
        boolean begun = false;
        try (OrderedReading reading =
                OrderedReading.open(KeyedSession.of(source.session(), filter), bounded, details.profile(), reverse)) {
            begun = true;
            Optional<Entry> next = reading.next();
            while (next.isPresent() && show(view, next.get())) {
                next = reading.next();
            }
        } catch (FaultException e) {
            throw begun && e.kind() == FaultKind.NOT_FOUND ? gone(e) : e;
        }
    }

    private static void demandPast(ChannelDetails details) throws FaultException {
        if (!details.profile().starts().contains(StartKind.EARLIEST)) {
            throw new FaultException(FaultKind.UNSUPPORTED, "channel.only-live",
                    details.id() + " shows only what arrives while it is read; there is nothing to look back at.",
                    "Watch what arrives with --follow.");
        }
    }

    /// A channel that was there a moment ago.
    private FaultException gone(FaultException e) {
        printer.end();
        return new FaultException(FaultKind.INCOMPLETE, "read.gone", e.fault().message(),
                "It was deleted while it was being read; what was shown before is all there is.", e);
    }

    ExitCode follow(List<Slice> slices, Isolation isolation, Set<Impact> consent)
            throws FaultException, InterruptedException {
        Map<Cursor, MessageView> cursors = new LinkedHashMap<>();
        try {
            for (Slice slice : slices) {
                ChannelDetails details = source.session().describe(slice.channel());
                ConsentWord.demand(details, consent);
                OpenRequest request = OpenRequest.everything(slice.channel()).isolated(isolation).consenting(consent)
                        .from(start(slice, details)).to(new End.Follow());
                OpenRequest some = slice.partitions().map(request::only).orElse(request);
                cursors.put(source.session().open(some), view(details));
            }
            Duration wait = WAIT.dividedBy(Math.max(1, cursors.size()));
            while (left > 0) {
                for (var each : cursors.entrySet()) {
                    show(each.getValue(), each.getKey().next(wait));
                }
                printer.pause();
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        } finally {
            cursors.keySet().forEach(Cursor::close);
        }
        printer.end();
        return gaps.end();
    }

    private Start start(Slice slice, ChannelDetails details) throws FaultException, InterruptedException {
        if (slice.last().isPresent()) {
            return new Start.LastN(slice.last().get());
        }
        return switch (slice.from()) {
            case Bound.Open _ -> new Start.Latest();
            case Bound.Time(var typed, var millis) -> new Start.AtTime(millis);
            case Bound.At _ -> new Start.AtPositions(new SliceResolver(source.session(), Isolation.ALL, Set.of())
                    .resolve(slice, details, source.session().ends(Set.of(slice.channel()), Isolation.ALL)
                            .getOrDefault(slice.channel(), List.of()))
                    .stream().map(SliceResolver.Range::begin).toList());
        };
    }

    private void show(MessageView view, Batch batch) throws InterruptedException {
        for (CursorEvent event : batch.events()) {
            switch (event) {
                case CursorEvent.Gap gap -> show(view, new Entry.Gap(gap));
                case CursorEvent.Notice notice -> run.remark("note: " + view.channel().text() + ": " + notice.text());
            }
        }
        for (Message message : batch.messages()) {
            if (!show(view, new Entry.Message(message))) {
                return;
            }
        }
    }

    /// @return whether more is wanted
    private boolean show(MessageView view, Entry entry) throws InterruptedException {
        switch (entry) {
            case Entry.Message(var message) -> {
                if (filter.isEmpty() || filter.get().matches(message, m -> decoded(view, m))) {
                    printer.message(view, message);
                    left--;
                }
            }
            case Entry.Gap(var gap) -> {
                boolean shown = filter.isEmpty() && printer.gap(view, gap);
                gaps.add(view, gap, shown);
            }
        }
        return left > 0;
    }

    private static String decoded(MessageView view, Message message) {
        try {
            return Preview.of(view.value(message)).text();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private MessageView view(ChannelDetails details) {
        return new MessageView(source, run.engine().decoders(), words, details.id(), details.attributes());
    }
}
