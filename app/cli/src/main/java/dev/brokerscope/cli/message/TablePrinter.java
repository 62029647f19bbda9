package dev.brokerscope.cli.message;

import dev.brokerscope.api.message.Message;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.output.Table;
import java.util.ArrayList;
import java.util.List;

/// One line per message. Lines are aligned in portions, so that an endless reading shows something.
final class TablePrinter implements MessagePrinter {

    private static final int PORTION = 200;

    private final Run run;
    private final List<TableColumn> columns;
    private final List<List<String>> rows = new ArrayList<>();
    private boolean headed;

    TablePrinter(Run run, List<TableColumn> columns) {
        this.run = run;
        this.columns = List.copyOf(columns);
    }

    @Override
    public void message(MessageView view, Message message) throws InterruptedException {
        List<String> cells = new ArrayList<>();
        for (TableColumn column : columns) {
            cells.add(column.cell(view, message, run.timeText()));
        }
        rows.add(cells);
        if (rows.size() >= PORTION) {
            pause();
        }
    }

    @Override
    public void pause() {
        if (!rows.isEmpty()) {
            Table table = new Table();
            columns.forEach(c -> {
                if (c.right()) {
                    table.right(c.name());
                } else {
                    table.left(c.name());
                }
            });
            rows.forEach(table::row);
            rows.clear();
            table.print(run.out(), run.paint(), run.width(), !headed);
            headed = true;
        }
        run.out().flush();
    }

    @Override
    public void end() {
        pause();
    }
}
