package kr.dochak.promise.areas.feeds;

/** Who issues warnings. */
public enum AreaSource {
    KMA("기상청 기상특보", "https://apis.data.go.kr/1360000/WthrWrnInfoService"),
    ITS("국가교통정보센터 돌발상황", "https://openapi.its.go.kr:9443");

    private final String title;
    private final String usualUrl;

    AreaSource(String title, String usualUrl) {
        this.title = title;
        this.usualUrl = usualUrl;
    }

    public String title() {
        return title;
    }

    public String usualUrl() {
        return usualUrl;
    }
}
