package kr.dochak;

import java.time.InstantSource;
import kr.dochak.backup.BackupCommand;
import kr.dochak.backup.moving.MoveCommand;
import kr.dochak.changes.VerifyCommand;
import kr.dochak.identity.accounts.RecoveryCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts Dochak, the platform that keeps delivery promises. */
// modules may have a PolicyRepository each: their beans are told apart by the full name
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Application {

    /** With {@code backup}, {@code restore}, {@code move}, {@code recover-admin} or {@code verify-changes} it does that and ends; else it serves. */
    public static void main(String[] args) {
        if (BackupCommand.isMeant(args)) {
            System.exit(new BackupCommand(System.out, InstantSource.system()).run(args));
        }
        if (MoveCommand.isMeant(args)) {
            MoveCommand.quietly();
            System.exit(new MoveCommand(System.out, InstantSource.system(), System.getenv()).run(args));
        }
        if (RecoveryCommand.isMeant(args)) {
            System.exit(new RecoveryCommand(System.out).run(args));
        }
        if (VerifyCommand.isMeant(args)) {
            System.exit(new VerifyCommand(System.out, InstantSource.system(), System.getenv()).run(args));
        }
        SpringApplication.run(Application.class, args);
    }
}
