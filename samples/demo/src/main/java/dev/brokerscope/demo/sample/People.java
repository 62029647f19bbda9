package dev.brokerscope.demo.sample;

import java.util.List;
import java.util.SplittableRandom;

/// The customers and goods of the sample shop.
final class People {

    /// A customer; ids lie beyond 2^53, where a double can no longer hold each integer.
    record Customer(long id, String name, String email, String city, String country) {}

    /// An article and its price in cents.
    record Article(String sku, String name, int cents) {}

    private static final long FIRST_ID = 9_007_199_254_740_993L;

    private static final List<String> NAMES = List.of("Müller & Söhne GmbH", "Åsa Lindqvist", "Marek Dvořák",
            "Zoë O'Brien", "José Ángel Núñez", "Łukasz Żak", "Ayşe Yılmaz", "Chloé Lefèvre", "Nguyễn Minh Anh",
            "Dimitra Papadopoulou", "Ivan Ćosić", "Saoirse Byrne", "Bäckerei Schröder", "Noah van Dijk",
            "Elif Demir", "Tomáš Novák", "Giulia Rossi", "Freya Sørensen", "Pâtisserie Gaël", "李小龍");
    private static final List<String> CITIES = List.of("Berlin/DE", "Malmö/SE", "Praha/CZ", "Galway/IE", "Sevilla/ES",
            "Łódź/PL", "İzmir/TR", "Lyon/FR", "Hà Nội/VN", "Θεσσαλονίκη/GR");
    private static final List<Article> ARTICLES = List.of(
            new Article("TEA-0042", "Darjeeling first flush, 250 g", 1890),
            new Article("TEA-0107", "Earl Grey \"Nr. 7\"", 1250), new Article("POT-0008", "Teapot, cast iron", 8995),
            new Article("CUP-0019", "Cup & saucer", 1520), new Article("KET-0003", "Kettle 1.7 l", 5990),
            new Article("BIS-0120", "Shortbread <butter>", 499), new Article("SUB-0001", "Tea of the month", 1500),
            new Article("GFT-0050", "Gift card", 5000), new Article("SCL-0002", "Scale 0.1 g", 3175));

    private People() {
    }

    static Customer customer(int number) {
        String[] place = CITIES.get(number % CITIES.size()).split("/");
        String name = NAMES.get(number % NAMES.size());
        return new Customer(FIRST_ID + number * 2L, name, "customer" + number + "@example.org", place[0], place[1]);
    }

    static Article article(SplittableRandom random) {
        return ARTICLES.get(random.nextInt(ARTICLES.size()));
    }

    /// A W3C trace context, as instrumented services send it.
    static String trace(SplittableRandom random) {
        return "00-%016x%016x-%016x-01".formatted(random.nextLong(), random.nextLong(), random.nextLong());
    }
}
