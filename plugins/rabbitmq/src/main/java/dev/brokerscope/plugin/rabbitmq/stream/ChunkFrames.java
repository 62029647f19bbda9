package dev.brokerscope.plugin.rabbitmq.stream;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.List;

/// Takes chunks off the connection before the client library deals with them. The library hands messages to one thread
/// and answers to another, so that it cannot be told whether a chunk came before an answer; and what it cannot read, it
/// only logs. Here chunks and answers keep their order, and a chunk stays as it is until somebody wants its messages.
final class ChunkFrames extends ChannelInboundHandlerAdapter {

    private static final int DELIVER = 8;
    private static final int TUNE = 20;

    private final LineEvents events;
    private volatile long largestFrame;

    ChunkFrames(LineEvents events) {
        this.events = events;
    }

    void addTo(Channel channel) {
        List<String> names = channel.pipeline().names();
        String library = names.stream().filter(name -> channel.pipeline().get(name) instanceof ChannelHandler handler
                && handler.getClass().getName().startsWith("com.rabbitmq.stream.impl.Client$StreamHandler"))
                .findFirst().orElseThrow(() -> new IllegalStateException("Unknown client library: " + names));
        channel.pipeline().addBefore(library, "chunks", this);
    }

    /// What the server takes in one frame; 0 for anything.
    long largestFrame() {
        return largestFrame;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        ByteBuf frame = (ByteBuf) message;
        int start = frame.readerIndex();
        int command = frame.readableBytes() < 4 ? 0 : frame.getUnsignedShort(start) & 0x7fff;
        if (command == DELIVER) {
            try {
                deliver(frame);
            } finally {
                frame.release();
            }
            return;
        }
        if (command == TUNE && frame.readableBytes() >= 8) {
            largestFrame = frame.getUnsignedInt(start + 4);
        }
        super.channelRead(context, message);
    }

    private void deliver(ByteBuf frame) {
        frame.skipBytes(2);
        int version = frame.readShort();
        int subscription = frame.readByte();
        if (version > 1) {
            frame.skipBytes(8); // the last committed chunk
        }
        frame.skipBytes(4); // magic, type, number of entries
        long count = frame.readUnsignedInt();
        long time = frame.readLong();
        frame.skipBytes(8); // epoch
        long first = frame.readLong();
        long checksum = frame.readUnsignedInt();
        int size = Math.toIntExact(frame.readUnsignedInt());
        frame.skipBytes(8); // trailer, reserved
        byte[] data = new byte[size];
        frame.readBytes(data);
        events.chunk(subscription, new Chunk(first, count, time, checksum, data));
    }
}
