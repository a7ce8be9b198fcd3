package kr.dochak.compensation;

import java.util.List;
import kr.dochak.compensation.CompensationFact.Granted;
import kr.dochak.shared.Won;

/**
 * What was granted for delays that were foreseen and did not come: the parcels came in time, and the customers have it (BEN-1).
 *
 * @param promises how many promises were kept after all
 * @param worth what was granted for them
 * @param latest their grants, the newest first, not all of them
 */
public record KeptAfterAll(long promises, Won worth, List<Granted> latest) {}
