package kr.dochak.care;

import kr.dochak.identity.Right;
import kr.dochak.identity.doors.LiveDoor;
import kr.dochak.shared.CaseId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may open what of this module. */
@Configuration(proxyBeanMethods = false)
class CareDoors {

    /** Agents follow the cases of their malls. */
    @Bean
    LiveDoor liveCases(Cases cases) {
        return LiveDoor.each(
                CaseTopic.KIND,
                (staff, id) -> staff.may(Right.CASES_SEE)
                        && cases.find(new CaseId(id))
                                .filter(one -> staff.malls().contains(one.tenantId()))
                                .isPresent());
    }
}
