package kr.dochak.simulator.vendors;

import tools.jackson.databind.JsonNode;

/**
 * Rooms of staff in Slack and Kakao Work, behind incoming webhooks. They refuse as those services do: Slack by a status and a word, Kakao
 * Work by {@code "success": false} inside a good answer. A room called {@code closed} takes nothing.
 */
public final class Rooms {

    private static final String CLOSED = "closed";
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_HEADER = 20;

    private final Inbox inbox;

    public Rooms(Inbox inbox) {
        this.inbox = inbox;
    }

    /** What goes back. */
    public record Answer(int status, String body) {}

    /** As Slack answers. */
    public Answer slack(String room, JsonNode body) {
        if (room.equals(CLOSED)) {
            return new Answer(410, "channel_is_archived");
        }
        String text = body.path("text").asString("");
        JsonNode blocks = body.path("blocks");
        if (text.isEmpty() && blocks.isEmpty()) {
            return new Answer(400, "no_text");
        }
        for (JsonNode block : blocks) {
            if (block.path("type").asString("").isEmpty()) {
                return new Answer(400, "invalid_blocks");
            }
        }
        receive("SLACK", room, text, blocks.toString());
        return new Answer(200, "ok");
    }

    /** As Kakao Work answers. */
    public Answer kakaoWork(String room, JsonNode body) {
        String text = body.path("text").asString("");
        boolean fits = !room.equals(CLOSED) && !text.isEmpty() && text.length() <= LONGEST_TEXT;
        for (JsonNode block : body.path("blocks")) {
            boolean header = block.path("type").asString("").equals("header");
            fits &= !header || block.path("text").asString("").length() <= LONGEST_HEADER;
        }
        if (!fits) {
            return new Answer(200, "{\"success\":false,\"error\":{\"code\":\"invalid_parameter\"}}");
        }
        receive("KAKAO_WORK", room, text, body.path("blocks").toString());
        return new Answer(200, "{\"success\":true}");
    }

    private void receive(String channel, String room, String title, String text) {
        inbox.receive(new Message(channel, room, null, title, text, inbox.now(), null));
    }
}
