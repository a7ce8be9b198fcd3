package kr.dochak.console.account;

import kr.dochak.identity.OpenWork;
import kr.dochak.pages.Frame;

/** A piece of work in words: what it is and its number, with where staff look at it. */
public record WorkLine(String text, String href) {

    static WorkLine of(OpenWork.Piece piece, Frame frame) {
        String kind = piece.kind().equals("CASE") ? "console.accounts.work.CASE" : "console.task.kind." + piece.kind();
        return new WorkLine(frame.words().word(kind) + " " + piece.name(), piece.page());
    }
}
