package kr.dochak.identity.masking;

/** What of a text leads to a person; where it is taken out, its Korean name stands in its place. */
public enum PersonalPart {
    NAME("이름"),
    PHONE("전화번호"),
    EMAIL("이메일"),
    ADDRESS("주소"),
    DOOR_CODE("비밀번호"),
    ACCOUNT("계좌번호"),
    CARD("카드번호"),
    RESIDENT("주민번호"),
    CUSTOMS("통관번호"),
    NUMBER("번호");

    private final String placeholder;

    PersonalPart(String korean) {
        this.placeholder = "[" + korean + "]";
    }

    /** {@code [전화번호]}: it holds no digit and no letter of what it stands for, so masking twice is masking once. */
    public String placeholder() {
        return placeholder;
    }
}
