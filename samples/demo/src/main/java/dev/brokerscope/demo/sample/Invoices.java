package dev.brokerscope.demo.sample;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SplittableRandom;

/// `invoices`: XML as companies exchange it, with namespaces, attributes, mixed content, comments and CDATA; each
/// ninth one is written in ISO-8859-1, as it declares.
public record Invoices(Timeline timeline, int count) implements SampleTopic {

    @Override
    public String name() {
        return "invoices";
    }

    @Override
    public int partitions() {
        return 3;
    }

    @Override
    public Map<String, String> config() {
        return Map.of();
    }

    @Override
    public void fill(SampleWriter writer) {
        SplittableRandom random = new SplittableRandom(2);
        long[] moments = timeline.moments(count, random);
        for (int i = 0; i < count; i++) {
            Charset charset = i % 9 == 4 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
            writer.send(SampleMessage.to(name(), moments[i]).key("INV-" + (2_026_000 + i))
                    .value(invoice(i, moments[i], charset, random).getBytes(charset))
                    .header("content-type", "application/xml").header("sender", "billing").build());
        }
    }

    private static String invoice(int number, long moment, Charset charset, SplittableRandom random) {
        // Western names only where the declared encoding can hold no others.
        String buyer = charset == StandardCharsets.UTF_8 ? People.customer(number % 180).name()
                : "Bäckerei Schröder";
        StringBuilder lines = new StringBuilder();
        int total = 0;
        for (int line = 1; line <= 1 + random.nextInt(3); line++) {
            People.Article article = People.article(random);
            total += article.cents();
            lines.append("""
                      <inv:line number="%d" sku="%s">
                        <inv:text><![CDATA[%s]]></inv:text>
                        <cbc:Amount currencyID="EUR">%s</cbc:Amount>
                      </inv:line>
                    """.formatted(line, article.sku(), article.name(), BigDecimal.valueOf(article.cents(), 2)));
        }
        return """
                <?xml version="1.0" encoding="%s"?>
                <!-- made by billing 4.2, do not edit -->
                <inv:invoice xmlns:inv="urn:example:invoice:3" xmlns:cbc="urn:example:basic" id="INV-%d" draft="false">
                  <inv:issued>%s</inv:issued>
                  <inv:buyer id="%d">%s</inv:buyer>
                  <inv:note xml:lang="de">Zahlbar innerhalb von <b xmlns="">14 Tagen</b> ohne Abzug, <i xmlns="">Grüße</i>!</inv:note>
                %s  <inv:total currencyID="EUR">%s</inv:total>
                  <inv:remarks/>
                </inv:invoice>
                """
                .formatted(charset.name(), 2_026_000 + number,
                        Instant.ofEpochMilli(moment).atOffset(ZoneOffset.UTC).toLocalDate(),
                        People.customer(number).id(),
                        buyer.replace("&", "&amp;"), lines, BigDecimal.valueOf(total, 2));
    }
}
