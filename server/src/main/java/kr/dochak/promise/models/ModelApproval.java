package kr.dochak.promise.models;

import java.util.List;
import java.util.Set;
import kr.dochak.alerts.AlertKind;
import kr.dochak.approvals.ApprovalAlerts;
import kr.dochak.approvals.ApprovalRequest;
import kr.dochak.approvals.ApprovalSubject;
import kr.dochak.approvals.ApprovalWish;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.settings.SecondPerson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Models that people want windows to come from (PRM-5). The memory follows what is committed, so that a vote can be undone. */
@Component
class ModelApproval implements ApprovalSubject {

    private final ModelGate gate;
    private final ModelRepository models;
    private final ModelLife life;
    private final Training training;

    ModelApproval(ModelGate gate, ModelRepository models, ModelLife life, Training training) {
        this.gate = gate;
        this.models = models;
        this.life = life;
        this.training = training;
    }

    @Override
    public String kind() {
        return ModelGate.KIND;
    }

    @Override
    public Set<Right> rights(SecondPerson.Wish wish) {
        return ModelGate.RIGHTS;
    }

    @Override
    public List<ApprovalWish> standing() {
        return gate.standing();
    }

    /** Not while the past is replayed: the memory would be switched twice. */
    @Override
    public Effect agreed(ApprovalRequest request, StaffMember last) {
        if (!life.state().isReady()) {
            return new Effect.NotNow("approvals.not-now.model");
        }
        if (!training.note(Integer.parseInt(request.subject()), AskedBy.of(last))) {
            return new Effect.NotNow("approvals.not-now.over");
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                training.follow();
            }
        });
        return new Effect.Done();
    }

    /** A candidate is given up; a former model stays one. */
    @Override
    public void ended(ApprovalRequest request, ApprovalRequest.Decision decision) {
        models.reject(Integer.parseInt(request.subject()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Alert {

        @Bean
        AlertKind waitingModelAlert(ApprovalAlerts alerts) {
            return alerts.waits(ModelGate.KIND, Right.PLATFORM, Role.ADMIN).house();
        }
    }
}
