package dev.brokerscope.api.message;

import java.util.List;

record ListedHeaders(List<Header> list) implements Headers {

    @Override
    public int size() {
        return list.size();
    }

    @Override
    public Header get(int index) {
        return list.get(index);
    }
}
