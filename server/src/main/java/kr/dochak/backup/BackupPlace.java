package kr.dochak.backup;

import java.time.Instant;
import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import kr.dochak.pages.BoardLine;
import kr.dochak.pages.BoardLines;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 복구한 사본: its door, and the line of the board while it is held. */
@Configuration(proxyBeanMethods = false)
class BackupPlace {

    @Bean
    DoorPlan restoredDoors() {
        return DoorPlan.of(Door.toStaff("/console/restored/**", Right.PLATFORM));
    }

    @Bean
    BoardLines restoredLines(RestoredCopy copy) {
        return (tenantId, most) ->
                copy.manifest().<BoardLine>map(Line::new).stream().toList();
    }

    /** Every mall sees it: none of them is spoken for. */
    private record Line(Manifest manifest) implements BoardLine {

        @Override
        public Instant since() {
            return manifest.madeAt();
        }

        @Override
        public long weight() {
            return Long.MAX_VALUE;
        }

        @Override
        public boolean alarm() {
            return true;
        }

        @Override
        public String what(Words words) {
            return words.word("backup.restored.title");
        }

        @Override
        public String where(Words words) {
            return words.word("backup.restored.line");
        }

        @Override
        public String count(Words words) {
            return KoreanTime.moment(manifest.madeAt(), manifest.madeAt(), words.locale());
        }

        @Override
        public String href() {
            return "/console/restored";
        }
    }
}
