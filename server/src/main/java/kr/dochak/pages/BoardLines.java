package kr.dochak.pages;

import java.util.List;
import kr.dochak.shared.MallId;

/** Lines of one kind for the board, brought as a bean by whoever knows of them. The board ranks the lines of all. */
public interface BoardLines {

    /** The lines of one mall, the heaviest {@code most} of them if there are more. */
    List<BoardLine> of(MallId tenantId, int most);
}
