package kr.dochak.approvals;

import java.util.Set;
import kr.dochak.identity.Right;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Won;

/**
 * In whose name somebody may decide in a mall: their own, or that of a colleague who is away.
 *
 * @param voiceId whose name it is
 * @param mall where; {@link MallId#DEFAULT} for what is of the house
 * @param limit the most that this voice approves there
 */
record Authority(long voiceId, MallId mall, Set<Right> rights, Won limit) {}
